import sql, { type Sql } from 'sql-template-tag'
import { openCompany, type Company } from '@/testing/company'
import { digesting, later, nine } from '@/testing/digesting'
import { digestDay } from './due'
import { findDuePeople } from './find'
import { makeDigests } from './make'

const APPLICATIONS = 10_000
const INVITATIONS = 3_000
const EMPLOYEES = 1_000

let company: Company

/** The planner decides by what is in the tables: a company with much going on, on a morning when a part of it is due. */
beforeAll(async () => {
  company = await openCompany()
  const { rows } = company.service.db
  await rows(sql`insert into person (id, phone_hash, phone_enc, created_at)
    select gen_random_uuid(), kind || n, 'sealed', now() from (values ('colleague', ${EMPLOYEES}::int), ('candidate', ${APPLICATIONS}::int))
      as k (kind, many), generate_series(1, many) as n`)
  await rows(sql`insert into employee (id, employee_number, phone_hash, phone_enc, name, department, role, active, created_at, updated_at)
    select gen_random_uuid(), n, 'colleague' || n, 'sealed', '林晓', '前端平台部', 'employee', n % 50 <> 0, now(), now()
    from generate_series(1, ${EMPLOYEES}) as n`)
  await rows(sql`insert into job (id, title, department, city, headcount, description, hard_requirements, soft_traits, challenges,
      recruiter_id, status, created_at)
    select gen_random_uuid(), '高级前端工程师', '前端平台部', '上海', 1, '', '[]', '[]', '[]',
      (select id from employee where employee_number = (1 + n % 20)::text), 'open', now() from generate_series(1, 200) as n`)
  await rows(sql`insert into application (id, candidate_id, job_id, referrer_id, owner_id, credit, policy_version, reward_plan_version, stage,
      stage_since, due_at, applied_at, ended_at, protected_until, changed_at, word_at, candidate_word_at)
    select gen_random_uuid(), p.id, j.ids[1 + n % 200], o.ids[1 + n % ${EMPLOYEES}], o.ids[1 + n % ${EMPLOYEES}], '{"others": []}', 1, 1,
      case when goes_on then 'review' else 'rejected' end, at, case when goes_on then at + interval '5 days' end, at,
      case when goes_on then null else at end, at + interval '180 days', at,
      case when goes_on then at + interval '6 days' end, case when goes_on then at + interval '6 days' end
    from (select id, n, n % 2 = 0 as goes_on, ${nine(0)}::timestamptz + n % 6 * interval '1 day' as at
        from (select id, row_number() over () as n from person where phone_hash like 'candidate%') as numbered) as p,
      (select array_agg(id) as ids from job) as j, (select array_agg(id) as ids from person where phone_hash like 'colleague%') as o`)
  await rows(sql`insert into share (id, token, channel, referrer_id, created_at)
    select gen_random_uuid(), 'token' || n, 'invite', o.ids[1 + n % ${EMPLOYEES}], now()
    from generate_series(1, ${INVITATIONS}) as n, (select array_agg(id) as ids from person where phone_hash like 'colleague%') as o`)
  await rows(sql`insert into invitation (id, share_id, referrer_id, status, text_plan, sent_at, expires_at, changed_at, word_at)
    select id, id, referrer_id, case n % 3 when 0 then 'declined' when 1 then 'waiting' else 'expired' end, '{}', ${nine(0)},
      ${nine(30)}, ${nine(0)}, case n % 3 when 1 then ${nine(4)}::timestamptz + n % 6 * interval '1 day' end
    from (select id, referrer_id, row_number() over () as n from share) as numbered`)
  await rows(sql`insert into message (id, person_id, seat, event, occasion, dedupe_key, at)
    select gen_random_uuid(), id, 'referrer', 'applied', gen_random_uuid(), 'applied:' || id, now() from person`)
  await rows(sql`analyze`)
})
afterAll(() => company.close())

const MORNING = later(nine(6), 1)
const LARGE = ['application', 'invitation', 'message', 'person', 'digest_item', 'outbox']

/** How PostgreSQL would run a statement, which is not run. */
async function planOf(run: (db: Company['service']['db']) => Promise<unknown>): Promise<string> {
  const { db } = company.service
  const statements: Sql[] = []
  const one = (statement: Sql) => {
    statements.push(statement)
    return Promise.reject(new Error('Only explained'))
  }
  await run({ ...db, one }).catch(() => undefined)
  const plans = statements.map((statement) => db.rows<{ 'QUERY PLAN': string }>(sql`explain ${statement}`))
  return (await Promise.all(plans))
    .flat()
    .map((row) => row['QUERY PLAN'])
    .join('\n')
}

const readWhole = (plan: string) => LARGE.filter((table) => plan.includes(`Seq Scan on ${table} `))

function today() {
  const day = digestDay(MORNING, true)
  if (!day) throw new Error('Too early')
  return day
}

it('looks for what is due without reading everything that goes on', async () => {
  const plan = await planOf((db) => findDuePeople(db, today(), 200))
  expect(plan).toContain('Index Scan using application_word')
  expect(readWhole(plan)).toEqual([])
})

it('makes the digests of some people without reading what others are due', async () => {
  const due = await findDuePeople(company.service.db, today(), 20)
  const plan = await planOf((db) => makeDigests(db, today(), { ...due, recruiters: 0 }))
  expect(plan).toContain('Insert on digest_item')
  expect(readWhole(plan)).toEqual([])
})

it('makes one digest for each of some thousand people, whoever makes them at once', async () => {
  const digests = digesting(company)
  const made = await Promise.all([digests.tell(MORNING), digests.tell(MORNING), digests.tell(MORNING)])
  const {
    people,
    digests: all,
    unsettled,
  } = await company.service.db.one<Record<string, number>>(sql`
    select count(distinct person_id) as people, count(*) as digests,
      (select count(*) from application where ended_at is null and least(word_at, candidate_word_at) <= ${MORNING}) as unsettled
    from message where event = 'digest'`)
  expect(all).toBe(made.reduce((sum, one) => sum + one, 0))
  expect(people).toBe(all)
  expect(people).toBeGreaterThan(1_000)
  expect(unsettled).toBe(0)
})
