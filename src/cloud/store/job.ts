import sql, { type Sql } from 'sql-template-tag'
import type { Context } from '../context'
import { shanghaiDay } from '@/domain/shanghai'
import { callerCte, type CallerRow } from './caller'

export type JobRow = {
  id: string
  title: string
  department: string
  city: string
  headcount: number
  description: string
  hardRequirements: string[]
  softTraits: string[]
  challenges: string[]
  status: 'open' | 'paused' | 'closed'
  closesOn: string | null
  takesReferrals: boolean
}

/** The columns of `JobRow` as one `jsonb`, from a table alias `j`. */
export function jobJson(now: Date): Sql {
  return sql`jsonb_build_object('id', j.id, 'title', j.title, 'department', j.department, 'city', j.city,
    'headcount', j.headcount, 'description', j.description, 'hardRequirements', j.hard_requirements,
    'softTraits', j.soft_traits, 'challenges', j.challenges, 'status', j.status, 'closesOn', j.closes_on,
    'takesReferrals', ${takesReferrals(now)})`
}

/** Open, and its closing date, if any, not over in Shanghai. */
export function takesReferrals(now: Date): Sql {
  return sql`(j.status = 'open' and (j.closes_on is null or j.closes_on >= ${shanghaiDay(now).date}::date))`
}

/** The person behind an employee, by the number both share; null while they have proved none. */
export function personOfEmployee(employeeColumn: Sql): Sql {
  return sql`(select p.id from person p join employee e on e.phone_hash = p.phone_hash where e.id = ${employeeColumn})`
}

/** Who recruits for the job of this alias and who manages it, as persons: the `JobSide` of the domain. */
export function jobSideJson(job: Sql): Sql {
  return sql`jsonb_build_object('recruiterId', ${personOfEmployee(sql`${job}.recruiter_id`)},
    'hiringManagerId', ${personOfEmployee(sql`${job}.hiring_manager_id`)})`
}

export async function listOpenJobs(ctx: Context): Promise<{ caller: CallerRow; jobs: JobRow[] }> {
  return ctx.db.one(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller,
      (select coalesce(jsonb_agg(${jobJson(ctx.now)} order by j.created_at desc, j.id), '[]')
        from job j where ${takesReferrals(ctx.now)}) as jobs`)
}

export async function findJob(ctx: Context, id: string): Promise<{ caller: CallerRow; job: JobRow | null }> {
  return ctx.db.one(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller,
      (select ${jobJson(ctx.now)} from job j where j.id = ${id}) as job`)
}
