import { Kysely, Migrator, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import sql from 'sql-template-tag'
import { addDays } from '@/domain/shanghai'
import { freshPhone, MONDAY, openCompany, type Company } from '@/testing/company'
import { openEmptyDatabase, type TestDatabase } from '@/testing/database'
import { nine } from '@/testing/digesting'
import { tellDigests } from '../../digests'
import { deliverDue } from '../../outbox'
import { openDatabase, type Database } from '../database'
import { migrate } from '../migrate'
import { MIGRATIONS } from '.'

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [LIN, CHEN, JOB] = [2, 3, 4].map(idOf)
const BUDGET = { ms: Infinity, clock: () => 0 }
const [waits, sent] = [freshPhone(), freshPhone()]

let company: Company
let database: TestDatabase
let db: Database

/** A database as it was before anybody was told anything, with referrals in every state and texts on their way. */
beforeAll(async () => {
  company = await openCompany()
  database = await openEmptyDatabase()
  await migrateTo(database.url, '0003-refer-again')
  db = openDatabase(database.url, { max: 2, onIdleError: () => undefined })
  for (const [id, role] of [
    [LIN, 'employee'],
    [CHEN, 'recruiter'],
  ]) {
    await db.rows(
      sql`insert into person (id, phone_hash, phone_enc, created_at) values (${id}, ${id}, 'sealed', ${MONDAY})`,
    )
    await db.rows(sql`insert into employee (id, employee_number, phone_hash, phone_enc, name, department, role, created_at, updated_at)
      values (${id}, ${id}, ${id}, 'sealed', '林晓', '前端平台部', ${role}, ${MONDAY}, ${MONDAY})`)
  }
  await db.rows(sql`insert into job (id, title, department, city, headcount, description, hard_requirements, soft_traits, challenges, recruiter_id, status, created_at)
    values (${JOB}, '高级前端工程师', '前端平台部', '上海', 2, '', '[]', '[]', '[]', ${CHEN}, 'open', ${MONDAY})`)
  await invited(21, 'waiting', -1)
  await invited(22, 'accepted', -20)
  await invited(23, 'declined', -20)
  await invited(24, 'expired', -40)
  await applied(31, 'screening', -1, LIN)
  await applied(32, 'review', -60, LIN)
  await applied(33, 'review', -60, null)
  await applied(34, 'rejected', -300, LIN)
  await texted(41, 'waiting', waits, 21)
  await texted(42, 'sent', sent, 22)
  await texted(43, 'dead', freshPhone(), 22)
  await migrate(database.url)
})
afterAll(async () => {
  await db.close()
  await database.drop()
  await company.close()
})

async function migrateTo(url: string, name: string): Promise<void> {
  const kysely = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: url, max: 1 }) }),
  })
  const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => MIGRATIONS } })
  const { error } = await migrator.migrateTo(name)
  await kysely.destroy()
  if (error) throw error
}

async function invited(n: number, status: string, days: number): Promise<void> {
  const [id, at] = [idOf(n), addDays(MONDAY, days)]
  await db.rows(
    sql`insert into share (id, token, channel, referrer_id, created_at) values (${id}, ${id}, 'invite', ${LIN}, ${at})`,
  )
  const number = status === 'expired' ? null : id
  await db.rows(sql`insert into invitation (id, share_id, referrer_id, phone_hash, phone_enc, status, text_plan, sent_at, expires_at, changed_at)
    values (${id}, ${id}, ${LIN}, ${number}, ${number && 'sealed'}, ${status}, '{"kind": "send", "at": "2026-11-22T02:00:00.000Z"}', ${at},
      ${addDays(at, 30)}, ${at})`)
}

async function applied(n: number, stage: string, days: number, owner: string | null | undefined) {
  const [id, at] = [idOf(n), addDays(MONDAY, days)]
  await db.rows(
    sql`insert into person (id, phone_hash, phone_enc, created_at) values (${id}, ${id}, 'sealed', ${at})`,
  )
  const ended = stage === 'rejected' ? at : null
  await db.rows(sql`insert into application (id, candidate_id, job_id, owner_id, credit, policy_version, reward_plan_version, candidate_name,
      stage, stage_since, applied_at, ended_at, lapsed_at, protected_until, changed_at)
    values (${id}, ${id}, ${JOB}, ${owner}, '{"others": []}', 1, 1, '周宁', ${stage}, ${at}, ${at}, ${ended}, ${ended && addDays(at, 180)},
      ${addDays(at, 180)}, ${at})`)
}

/** As texts were written: plain words, sealed. */
async function texted(n: number, state: string, phone: string, invitation: number): Promise<void> {
  const { secrets } = company.service
  const at = addDays(MONDAY, -1)
  await db.rows(sql`insert into outbox (id, kind, recipient_hash, recipient_enc, body_enc, invitation_id, dedupe_key, run_at, state, created_at, done_at)
    values (${idOf(n)}, 'invitation', ${phone}, ${secrets.encrypt(phone)}, ${secrets.encrypt('【星河科技】旧的短信')}, ${idOf(invitation)},
      ${`invitation:${n}`}, ${at}, ${state}, ${at}, ${state === 'sent' ? at : null})`)
}

const linesOf = (person: string | undefined) =>
  db.rows<{
    kind: string
    id: string
  }>(sql`select i.kind, i.subject_id as id from digest_item i join message m on m.id = i.message_id
    where m.person_id = ${person} and i.seat <> 'recruiter' order by m.at, i.subject_id`)

it('tells of every live referral of before within a week of its last change, and of what is over nothing', async () => {
  await tellDigests(db, nine(0), BUDGET)
  const [accepted, silent, young, waiting] = [22, 32, 31, 21].map(idOf)
  expect(await linesOf(LIN)).toEqual([
    { kind: 'unanswered', id: accepted },
    { kind: 'still', id: silent },
  ])
  // Nobody owns it, but its candidate waits too.
  expect(await linesOf(idOf(33))).toEqual([{ kind: 'still', id: idOf(33) }])
  for (let day = 1; day <= 6; day++) await tellDigests(db, nine(day), BUDGET)
  const told = (await linesOf(LIN)).map(({ id }) => id)
  expect(new Set(told)).toEqual(new Set([accepted, silent, young, waiting]))
})

it('still sends a text that was on its way, counts it for its number, and shows what had failed', async () => {
  const service = { ...company.service, db }
  await deliverDue(service, MONDAY, BUDGET)
  expect(company.doors.texts).toMatchObject([{ to: waits, body: '【星河科技】旧的短信', params: [] }])
  const counted = sql`select phone_hash as phone, array_length(handed_at, 1) as n from text_quota`
  expect(await db.rows(counted)).toEqual(expect.arrayContaining([{ phone: waits, n: 1 }]))
  expect(
    await db.one(sql`select state, done_at is not null as dated from outbox where id = ${idOf(43)}`),
  ).toEqual({ state: 'dead', dated: true })
})
