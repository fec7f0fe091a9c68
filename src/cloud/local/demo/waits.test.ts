import sql from 'sql-template-tag'
import { POLICY } from '@/domain/policy'
import { addDays } from '@/domain/shanghai'
import { workMinutesBetween } from '@/domain/work-time'
import type { Phone } from '@/domain/phone'
import { CALENDAR } from '@/cloud/calendar'
import { runClock } from '@/cloud/clock'
import { openCompany, type Company, type Somebody } from '@/testing/company'
import { loadDemo } from './load'
import { DEMO_REFERRER } from './people'
import { planCompany } from './story'
import { planWaits } from './waits'

const today = new Date('2026-11-25T15:30:00+08:00')

describe('the waits of the demo company', () => {
  it.each([
    ['a Wednesday afternoon', today],
    ['a Sunday', new Date('2026-03-15T11:00:00+08:00')],
    ['the end of National Day', new Date('2026-10-08T09:30:00+08:00')],
    ['Spring Festival', new Date('2026-02-20T20:00:00+08:00')],
  ])('on %s: three late ones nudged about by the rule, two that are paused', (_when, now) => {
    const { referrals } = planCompany(now)
    const waitOf = planWaits(referrals, now)
    const waits = referrals.map((referral) => ({ referral, ...waitOf(referral) }))
    const nudged = waits.filter(({ nudges }) => nudges.length > 0)
    expect(nudged.length).toBeGreaterThanOrEqual(2)
    for (const { nudges, referral } of nudged) {
      expect(referral.referrerKey).not.toBe(DEMO_REFERRER)
      for (const [index, at] of nudges.entries()) {
        expect(at < now).toBe(true)
        const before = nudges[index - 1]
        if (before) expect(workMinutesBetween(before, at, CALENDAR)).toBeGreaterThanOrEqual(3 * 9 * 60)
      }
    }
    const paused = waits.flatMap(({ pause }) => pause ?? [])
    expect(paused).toHaveLength(2)
    for (const { from, until } of paused) expect([from < now, now < until]).toEqual([true, true])
    expect(referrals.map(planWaits(referrals, now))).toEqual(
      waits.map(({ nudges, pause }) => ({ nudges, pause })),
    )
  })
})

describe('the loaded demo', () => {
  let company: Company
  beforeAll(async () => {
    company = await openCompany()
    company.at(today)
    await loadDemo(company.service, today)
  })
  afterAll(() => company.close())

  const count = async (statement: ReturnType<typeof sql>) =>
    (await company.service.db.one<{ n: number }>(statement)).n

  async function as(phone: string): Promise<Somebody> {
    const hash = company.service.secrets.phoneHash(phone as Phone)
    const { id } = await company.service.db.one<{ id: string }>(
      sql`select id from person where phone_hash = ${hash}`,
    )
    return { id, phone: phone as Phone, loginKey: `test:${id}` }
  }

  it('has late ones nudged once and twice, and the clock of two paused', async () => {
    const rows = await company.service.db.rows<{ nudges: number }>(sql`
      select nudges from application a where nudged_at is not null and ended_at is null and due_at < ${today}
        and nudges = (select count(*) from nudge where application_id = a.id)
        and nudged_at = (select max(at) from nudge where application_id = a.id) order by nudges`)
    expect(rows).toEqual([{ nudges: 1 }, { nudges: 1 }, { nudges: 2 }])
    expect(await count(sql`select count(*) as n from nudge where escalated`)).toBe(1)
    expect(
      await count(sql`select count(*) as n from application a join stage_pause p on p.application_id = a.id
        where a.paused_until = p.until_at and p.ended_at is null and a.paused_until > ${today} and a.due_at > a.paused_until`),
    ).toBe(2)
  })

  it.each([
    ['林晓, who refers', '+8613800138001', ['referrer'], 4],
    ['周宁, who has applied', '+8613700137000', ['candidate'], 1],
    ['陈思, who recruits', '+8613800138002', ['recruiter'], 4],
  ])(
    'has told %s of the last weeks; what is older than five days is read',
    async (_who, phone, seats, atLeast) => {
      const { id } = await as(phone)
      const rows = await company.service.db.rows<{ seat: string; at: Date; read: boolean }>(sql`
      select seat, at, read_at is not null as read from message where person_id = ${id} order by at`)
      expect(rows.length).toBeGreaterThanOrEqual(atLeast)
      for (const row of rows) {
        expect(seats).toContain(row.seat)
        expect(row.at >= addDays(today, -30) && row.at <= today).toBe(true)
        expect(row.read).toBe(row.at < addDays(today, -5))
      }
    },
  )

  it('tells each of an occasion they had no hand in, once', async () => {
    expect(
      await count(sql`select count(*) as n from message m join stage_event v on v.id = m.occasion
      where v.by_person = m.person_id and m.event <> 'applied'`),
    ).toBe(0)
    expect(
      await count(sql`select count(*) as n from message where event = 'stage-moved' and not exists
      (select from stage_event v where v.id = occasion and v.application_id = subject_id)`),
    ).toBe(0)
    expect(await count(sql`select count(*) as n from outbox`)).toBe(0)
  })

  it('does not pour digests out on the first start: only the recruiters’ lists of today', async () => {
    await runClock(company.service, today)
    const digests = await company.service.db.rows<{ seat: string; n: number }>(
      sql`select seat, count(*) as n from message where event = 'digest' group by seat`,
    )
    expect(digests.map(({ seat }) => seat)).toEqual(['recruiter'])
    expect(digests[0]?.n).toBeLessThanOrEqual(4)
  })

  it('has everybody hear of a live referral within a week from now', async () => {
    const latest = addDays(today, POLICY.words.silenceDays)
    expect(
      await count(sql`select count(*) as n from application where ended_at is null
      and not coalesce(word_at > ${today} and word_at < ${latest} and candidate_word_at > ${today} and candidate_word_at < ${latest}, false)`),
    ).toBe(0)
    expect(
      await count(sql`select count(*) as n from invitation where status in ('waiting', 'opened', 'accepted')
      and not coalesce(word_at > ${today} and word_at < ${latest}, false)`),
    ).toBe(0)
  })
})
