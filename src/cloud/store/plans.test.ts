import sql, { type Sql } from 'sql-template-tag'
import { MONDAY, openCompany, type Company } from '@/testing/company'
import type { Context } from '../context'
import { findExplained } from './attribution-explain'
import { listMessages } from './inbox'
import { listProgress } from './progress'

const MANY = 20_000
/** Of them have been invited too, and somebody objects. */
const INVITED = 2_000
/** Of their applications one in so many goes on; half of those are late, and some were nudged about. */
const ONE_GOES_ON_OF = 10

/** Applications of which something was told. */
const TOLD = 3_000

let company: Company
let applicationId: string

/** The planner decides by what is in the tables: as many rows as a few years leave there. */
beforeAll(async () => {
  company = await openCompany()
  const { rows } = company.service.db
  const referrer = await company.colleague()
  const jobId = await company.job()
  applicationId = await company.application(referrer, await company.person(), jobId)
  await rows(sql`insert into person (id, phone_hash, phone_enc, created_at)
    select gen_random_uuid(), 'hash ' || n, 'sealed', now() from generate_series(1, ${MANY}) as n`)
  await rows(sql`insert into application (id, candidate_id, job_id, credit, policy_version, reward_plan_version, stage, stage_since,
      applied_at, ended_at, protected_until, changed_at)
    select gen_random_uuid(), id, ${jobId}, '{"others": []}', 1, 1, 'rejected', now(), now(), now(), now(), now()
    from person where phone_hash like 'hash %'`)
  await rows(sql`update application a set stage = 'review', ended_at = null,
      due_at = ${MONDAY}::timestamptz + (n / 10 % 20 - 10) * interval '1 hour', changed_at = ${MONDAY}::timestamptz - n * interval '1 minute',
      nudged_at = case when n % 100 = 0 then ${MONDAY}::timestamptz - n * interval '1 minute' end
    from (select id, row_number() over () as n from application where stage = 'rejected') as numbered
    where a.id = numbered.id and n % ${ONE_GOES_ON_OF} = 0`)
  await rows(sql`insert into attribution_event (id, application_id, kind, at)
    select gen_random_uuid(), id, kind, now() from application, unnest(array['claimed', 'ruled', 'lapsed']) as kind`)
  await rows(sql`insert into share (id, token, channel, referrer_id, created_at)
    select gen_random_uuid(), 'token ' || n, 'invite', ${referrer.id}, now() from generate_series(1, ${INVITED}) as n`)
  await rows(sql`insert into invitation (id, share_id, referrer_id, candidate_id, status, text_plan, sent_at, expires_at, changed_at)
    select id, id, referrer_id, (select p.id from person p where p.phone_hash = 'hash' || substr(token, 6)), 'applied', '{}', now(), now(), now()
    from share where token like 'token %'`)
  await rows(sql`insert into attribution_event (id, invitation_id, kind, by_person, at)
    select gen_random_uuid(), id, 'objected', referrer_id, now() from invitation`)
  await rows(sql`insert into message (id, person_id, seat, event, subject_kind, subject_id, occasion, dedupe_key, at)
    select gen_random_uuid(), a.candidate_id, 'referrer', event, 'application', a.id, gen_random_uuid(), event || a.id, now()
    from (select * from application limit ${TOLD}) as a, unnest(array['applied', 'digest']) as event`)
  await rows(sql`insert into digest_item (message_id, place, kind, seat, subject_kind, subject_id)
    select id, 1, 'still', 'referrer', subject_kind, subject_id from message where event = 'digest'`)
  await rows(sql`insert into stage_event (id, application_id, to_stage, round, at)
    select gen_random_uuid(), id, 'applied', 1, now() from application limit ${TOLD}`)
  await rows(sql`analyze`)
})
afterAll(() => company.close())

/** How PostgreSQL would run a reading statement. */
async function planOf(read: (ctx: Context) => Promise<unknown>): Promise<string[]> {
  const { db } = company.service
  const statements: Sql[] = []
  const one: typeof db.one = (statement) => {
    statements.push(statement)
    return db.one(statement)
  }
  await read({ ...company.context(null), db: { ...db, one } })
  const plans = await Promise.all(
    statements.map((statement) => db.rows<{ 'QUERY PLAN': string }>(sql`explain ${statement}`)),
  )
  return plans.flat().map((row) => row['QUERY PLAN'])
}

/** The tables that are read from end to end. So few jobs are read whole by any plan: it was looked at. */
function scannedIn(plan: readonly string[]): string[] {
  return plan.flatMap((line) => /Seq Scan on (\w+)/.exec(line)?.[1] ?? [])
}

it('explains one referral without reading those of others', async () => {
  const scanned = scannedIn(await planOf((ctx) => findExplained(ctx, applicationId)))
  expect(scanned).toContain('job')
  const large = ['person', 'application', 'attribution_event', 'invitation']
  expect(large.filter((table) => scanned.includes(table))).toEqual([])
})

it.each(['all', 'active', 'late'] as const)(
  'finds a page of a recruiter’s list of %s along the indexes; only the counts read everything',
  async (filter) => {
    const plan = await planOf((ctx) =>
      listProgress(ctx, { as: 'recruiter', filter, after: null, at: ctx.now }),
    )
    const along = (index: string) => plan.some((line) => line.includes(`Index Scan using ${index} `))
    expect(along('application_nudged')).toBe(true)
    expect(along('application_due')).toBe(true)
    expect(along('application_changed')).toBe(filter !== 'late')
    expect(plan.filter((line) => line.includes('Seq Scan on application'))).toHaveLength(1)
  },
)

it('reads a page of the inbox without reading what others were told, or about whom', async () => {
  const scanned = scannedIn(await planOf((ctx) => listMessages(ctx, null)))
  expect(scanned).toContain('job')
  const large = [
    'person',
    'application',
    'attribution_event',
    'invitation',
    'message',
    'digest_item',
    'stage_event',
  ]
  expect(large.filter((table) => scanned.includes(table))).toEqual([])
})
