import sql, { raw } from 'sql-template-tag'
import { parsePhone } from '@/domain/phone'
import { idSql } from '../ground/ids'
import type { Ground } from '../ground/open-ground'
import { FIRST_CANDIDATE } from '../ground/population'

export type Kind = 'nobody' | 'an employee' | 'a candidate in process'
export type Numbers = Record<Kind, readonly string[]>

/** Three kinds of number, as many of each, alike to look at. Gives colleagues and candidates theirs for it. */
export async function makeNumbers({ service }: Ground, count: number): Promise<Numbers> {
  const { db, secrets } = service
  const typed = (kind: number) =>
    Array.from({ length: count }, (_, index) => `138${String(kind * 10_000_000 + index).padStart(8, '0')}`)
  const numbers: Numbers = {
    nobody: typed(1),
    'an employee': typed(2),
    'a candidate in process': typed(3),
  }
  const hashes = (kind: Kind) => numbers[kind].map((number) => secrets.phoneHash(phoneOf(number)))
  const given = (kind: Kind) => sql`unnest(${hashes(kind)}::text[]) with ordinality as given (hash, n)`
  const person = (number: string) => raw(idSql('person', number))
  // The readers look at their lists by their session, whatever their number is.
  await db.rows(sql`update employee e set phone_hash = hash from ${given('an employee')}
    where e.id = ${raw(idSql('employee', 'n'))}`)
  await db.rows(
    sql`update person p set phone_hash = hash from ${given('an employee')} where p.id = ${person('n')}`,
  )
  await db.rows(sql`update person p set phone_hash = hash from ${given('a candidate in process')}
    where p.id = ${person(`${FIRST_CANDIDATE - 1} + n`)}`)
  await db.rows(sql`vacuum analyze employee, person`)
  return numbers
}

function phoneOf(typed: string) {
  const phone = parsePhone(typed)
  if (!phone) throw new Error('This is no number')
  return phone
}
