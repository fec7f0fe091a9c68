import sql, { type Sql } from 'sql-template-tag'
import type { Role } from '@/contract/roles'
import { POLICY } from '@/domain/policy'
import type { Context } from '../context'

/** Who is calling, read in the same statement as what the call is about. */
export type Caller = {
  id: string
  phoneHash: string
  phoneEnc: string
  employee: { name: string; department: string; intern: boolean } | null
  roles: readonly Role[]
}

/** `jsonb` of the `caller` CTE; null without a live session. */
export type CallerRow = {
  id: string
  phone_hash: string
  phone_enc: string
  name: string | null
  department: string | null
  role: Exclude<Role, 'visitor' | 'person'> | null
  intern: boolean | null
} | null

/**
 * The CTE `caller`: no row for a visitor. Every statement that serves a call begins with it, so that identity costs no
 * round trip of its own.
 */
export function callerCte(ctx: Pick<Context, 'loginKey' | 'now'>): Sql {
  return sql`caller as materialized (
    select p.id, p.phone_hash, p.phone_enc, e.name, e.department, e.role, e.intern
    from login l
    join person p on p.id = l.person_id
    left join employee e on e.phone_hash = p.phone_hash and e.active
    where l.key = ${ctx.loginKey} and (l.expires_at is null or l.expires_at > ${ctx.now}) and p.phone_hash is not null
  )`
}

export function toCaller(row: CallerRow, ctx: Pick<Context, 'adminHashes'>): Caller | null {
  if (!row) return null
  const named = ctx.adminHashes.has(row.phone_hash)
  const employee =
    row.name !== null && row.department !== null
      ? { name: row.name, department: row.department, intern: row.intern === true }
      : null
  return {
    id: row.id,
    phoneHash: row.phone_hash,
    phoneEnc: row.phone_enc,
    employee,
    roles: rolesOf(row.role, named),
  }
}

/** A visitor is somebody of whom nothing is proven. */
export const VISITOR: readonly Role[] = ['visitor']

export function mayRefer(employee: { intern: boolean }): boolean {
  return !employee.intern || POLICY.internsMayRefer
}

function rolesOf(role: Exclude<Role, 'visitor' | 'person'> | null, namedAdmin: boolean): Role[] {
  const roles: Role[] = ['visitor', 'person']
  if (role) roles.push('employee')
  if (role === 'recruiter' || role === 'admin') roles.push('recruiter')
  if (role === 'admin' || namedAdmin) roles.push('admin')
  return roles
}
