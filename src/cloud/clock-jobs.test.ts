import sql from 'sql-template-tag'
import { addDays } from '@/domain/shanghai'
import { MONDAY, openCompany, type Colleague, type Company } from '@/testing/company'
import { runClock } from './clock'
import type { Service } from './context'

let company: Company
let referrer: Colleague

beforeAll(async () => {
  company = await openCompany()
  referrer = await company.colleague()
})
afterAll(() => company.close())
afterEach(() => company.service.db.rows(sql`truncate message, invitation, share cascade`))

const count = async (table: string) => {
  const counts = await company.service.db.one<Record<string, number>>(sql`select
    (select count(*) from message) as message, (select count(*) from digest_item) as digest_item,
    (select count(*) from outbox) as outbox, (select count(*) from invitation where status = 'expired') as expired`)
  return counts[table]
}

/** Unanswered invitations whose time is over. */
async function overdue(many: number): Promise<void> {
  const { rows } = company.service.db
  await rows(sql`insert into share (id, token, channel, referrer_id, created_at)
    select gen_random_uuid(), 'token ' || n, 'invite', ${referrer.id}, ${MONDAY} from generate_series(1, ${many}) as n`)
  await rows(sql`insert into invitation (id, share_id, referrer_id, phone_hash, phone_enc, status, text_plan, sent_at, expires_at, changed_at)
    select id, id, referrer_id, token, 'sealed', 'waiting', '{}', ${MONDAY}, ${addDays(MONDAY, 30)}, ${MONDAY} from share`)
}

describe('the jobs of the clock', () => {
  it('go on batch by batch while there is time', async () => {
    await overdue(450)
    const done = await runClock(company.service, addDays(MONDAY, 30), () => 0)
    expect(done).toMatchObject({ expired: 450 })
  })

  it('begin no batch when their time is used up, and do the rest a minute later', async () => {
    await overdue(450)
    let ms = 0
    const slow = () => (ms += 60_000)
    expect(await runClock(company.service, addDays(MONDAY, 30), slow)).toMatchObject({ expired: 200 })
    expect(await runClock(company.service, addDays(MONDAY, 30), slow)).toMatchObject({ expired: 200 })
    expect(await runClock(company.service, addDays(MONDAY, 30), slow)).toMatchObject({ expired: 50 })
  })

  it('share the work when two run at once', async () => {
    await overdue(450)
    const runs = await Promise.all([1, 2].map(() => runClock(company.service, addDays(MONDAY, 30), () => 0)))
    expect(runs.map((done) => done.expired ?? 0).reduce((a, b) => a + b)).toBe(450)
    expect(await count('expired')).toBe(450)
  })

  it.each([
    ['expired', 'update invitation i set phone_hash'],
    ['lapsed', 'set lapsed_at'],
    ['delivered', 'update outbox set attempts'],
    ['digests', 'lists_made'],
    ['swept', 'delete from answer'],
  ])('leave one another their turn: %s fails, the others do not', async (job, words) => {
    const { db } = company.service
    const broken: Service['db'] = {
      ...db,
      rows: (statement) =>
        statement.text.includes(words) ? Promise.reject(new Error('broken')) : db.rows(statement),
      one: (statement) =>
        statement.text.includes(words) ? Promise.reject(new Error('broken')) : db.one(statement),
    }
    company.lines.length = 0
    await expect(runClock({ ...company.service, db: broken }, MONDAY)).rejects.toThrow(
      'A job of the clock failed',
    )
    const told = company.lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(told.filter(({ level }) => level === 'error')).toMatchObject([{ call: `clock.${job}` }])
    const others = ['expired', 'lapsed', 'delivered', 'digests', 'swept'].filter((name) => name !== job)
    expect(Object.keys(told.find((line) => line.job === 'clock') ?? {})).toEqual(
      expect.arrayContaining(others),
    )
  })
})

describe('what is swept away', () => {
  it.each([
    ['a message that was read more than 180 days ago', 181, true, 0],
    ['not one that was read within 180 days', 180, true, 1],
    ['not one that nobody has read', 181, false, 1],
    ['one that nobody has read for a year', 366, false, 0],
    ['not one that nobody has read for less', 365, false, 1],
  ])('is %s', async (_what, days, read, left) => {
    const at = addDays(MONDAY, -days)
    const { rows } = company.service.db
    await rows(sql`insert into message (id, person_id, seat, event, occasion, dedupe_key, at, read_at)
      select gen_random_uuid(), ${referrer.id}, 'referrer', 'digest', gen_random_uuid(), 'old', ${at}, ${read ? at : null}::timestamptz`)
    await rows(sql`insert into digest_item (message_id, place, kind, seat, subject_kind, subject_id)
      select id, 1, 'still', 'referrer', 'application', gen_random_uuid() from message`)
    await rows(sql`insert into outbox (id, kind, message_id, dedupe_key, run_at, state, created_at, done_at)
      select gen_random_uuid(), 'message', id, 'message:old', ${MONDAY}, 'sent', ${at}, ${MONDAY} from message`)
    await runClock(company.service, MONDAY)
    expect([await count('message'), await count('digest_item'), await count('outbox')]).toEqual([
      left,
      left,
      left,
    ])
  })

  it.each([
    ['a delivery that was over more than 30 days ago', 31, 'dead', 0],
    ['not one that was over within 30 days', 30, 'sent', 1],
  ] as const)('is %s', async (_what, days, state, left) => {
    const at = addDays(MONDAY, -days)
    const { rows } = company.service.db
    await rows(sql`insert into message (id, person_id, seat, event, occasion, dedupe_key, at)
      select gen_random_uuid(), ${referrer.id}, 'referrer', 'digest', gen_random_uuid(), 'kept', ${at}`)
    await rows(sql`insert into outbox (id, kind, message_id, dedupe_key, run_at, state, created_at, done_at)
      select gen_random_uuid(), 'message', id, 'message:kept', ${at}, ${state}, ${at}, ${at} from message`)
    await runClock(company.service, MONDAY)
    expect([await count('message'), await count('outbox')]).toEqual([1, left])
  })
})
