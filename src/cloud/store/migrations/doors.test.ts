import { Kysely, Migrator, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import sql from 'sql-template-tag'
import type { Seat } from '@/contract/fields'
import { MONDAY, openCompany, type Company } from '@/testing/company'
import { openEmptyDatabase, type TestDatabase } from '@/testing/database'
import { dispatch } from '../../dispatch'
import { openDatabase, type Database } from '../database'
import { migrate } from '../migrate'
import { MIGRATIONS } from '.'

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [CANDIDATE, LIN, CHEN, JOB, SHARE, INVITATION] = [1, 2, 3, 4, 5, 6].map(idOf)
const [CREDITED, BARRED, ALONE] = [11, 12, 13].map(idOf)
const ACCEPTED = new Date('2026-11-03T02:00:00Z')

let company: Company
let database: TestDatabase
let db: Database

/** A database as it was before shares had channels, with applications of each kind that there was. */
beforeAll(async () => {
  company = await openCompany()
  database = await openEmptyDatabase()
  await migrateTo(database.url, '0001-referral')
  db = openDatabase(database.url, { max: 2, onIdleError: () => undefined })
  for (const [id, name] of [
    [CANDIDATE, null],
    [LIN, '林晓'],
    [CHEN, '陈思'],
  ] as const) {
    await db.rows(
      sql`insert into person (id, phone_hash, phone_enc, created_at) values (${id}, ${id}, 'sealed', ${MONDAY})`,
    )
    await db.rows(
      sql`insert into login (key, person_id, kind, created_at) values (${id}, ${id}, 'web', ${MONDAY})`,
    )
    if (name !== null)
      await db.rows(sql`insert into employee (id, employee_number, phone_hash, phone_enc, name, department, role, created_at, updated_at)
        values (${id}, ${id}, ${id}, 'sealed', ${name}, '招聘部', ${name === '陈思' ? 'recruiter' : 'employee'}, ${MONDAY}, ${MONDAY})`)
  }
  await db.rows(sql`insert into job (id, title, department, city, headcount, description, hard_requirements, soft_traits, challenges, recruiter_id, status, created_at)
    values (${JOB}, '高级前端工程师', '前端平台部', '上海', 2, '', '[]', '[]', '[]', ${CHEN}, 'open', ${MONDAY})`)
  await db.rows(
    sql`insert into share (id, token, channel, referrer_id, created_at) values (${SHARE}, 'token', 'invite', ${LIN}, ${MONDAY})`,
  )
  await db.rows(sql`insert into invitation (id, share_id, referrer_id, candidate_id, status, text_plan, sent_at, answered_at, expires_at, changed_at)
    values (${INVITATION}, ${SHARE}, ${LIN}, ${CANDIDATE}, 'applied', '{}', ${MONDAY}, ${ACCEPTED}, ${MONDAY}, ${MONDAY})`)
  const lins = { rule: 'accepted-first', referrerId: LIN, shareId: SHARE, invitationId: INVITATION }
  await applied(CREDITED, lins, LIN, SHARE, INVITATION)
  await applied(BARRED, { rule: 'nobody', reason: 'own-job' }, null, null, INVITATION)
  await applied(ALONE, { rule: 'nobody', reason: 'no-invitation' }, null, null, null)
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

type Id = string | null | undefined

async function applied(id: Id, credit: object, referrer: Id, share: Id, invitation: Id): Promise<void> {
  await db.rows(sql`insert into application (id, candidate_id, job_id, share_id, invitation_id, referrer_id, credit, policy_version,
      reward_plan_version, stage, stage_since, applied_at, ended_at, protected_until, changed_at)
    values (${id}, ${CANDIDATE}, ${JOB}, ${share}, ${invitation}, ${referrer}, ${JSON.stringify(credit)}, 1, 1, 'rejected', ${MONDAY}, ${MONDAY},
      ${MONDAY}, ${MONDAY}, ${MONDAY})`)
}

const explain = (who: Id, as: Seat, id: Id) =>
  dispatch('application.explain', { as, id }, { ...company.context(null), db, loginKey: who ?? null })

it.each([
  ['to the candidate', CANDIDATE, 'candidate', '你在 11 月 3 日接受了林晓的邀请。'],
  ['to the referrer', LIN, 'referrer', 'TA 在 11 月 3 日接受了你的邀请，这是 TA 最先接受的一份有效邀请。'],
  ['to the recruiter', CHEN, 'recruiter', '记在林晓名下：候选人在 11 月 3 日接受了 TA 的邀请。'],
] as const)('explains an application of before %s', async (_who, who, as, sentence) => {
  expect(await explain(who, as, CREDITED)).toMatchObject({
    ok: true,
    data: { owner: { name: '林晓' }, sentences: expect.arrayContaining([sentence]) as string[], log: [] },
  })
})

it.each([
  ['for a reason', BARRED, '没有记内推人：有来源，都不能算数。'],
  ['for want of an invitation', ALONE, '没有记内推人：投递前没有可以算数的邀请或分享。'],
])('explains one of before that was credited to nobody %s', async (_why, id, sentence) => {
  expect(await explain(CHEN, 'recruiter', id)).toMatchObject({
    ok: true,
    data: { owner: null, sentences: expect.arrayContaining([sentence]) as string[] },
  })
})

it('lists it as its owner’s, and keeps it frozen', async () => {
  const listed = await dispatch(
    'progress.list',
    { as: 'referrer', filter: 'all' },
    { ...company.context(null), db, loginKey: LIN ?? null },
  )
  expect(listed).toMatchObject({ data: { items: [{ kind: 'application', id: CREDITED, mine: true }] } })
  await expect(db.rows(sql`update application set credit = '{}' where id = ${CREDITED}`)).rejects.toThrow(
    'frozen',
  )
})
