import sql, { raw } from 'sql-template-tag'
import { addDays } from '@/domain/shanghai'
import type { Phone } from '@/domain/phone'
import { resumeKind } from '@/domain/resume'
import { openCompany, type Company } from '@/testing/company'
import { memoryDoors } from '@/testing/doors'
import { candidateAt } from './candidates'
import { loadDemo, type DemoCounts } from './load'
import { people } from './people'
import { openDemoSessions } from './sessions'
import { planCompany } from './story'

const today = new Date('2026-11-25T15:30:00+08:00')
const { referrals } = planCompany(today)
const { files, ...doors } = memoryDoors()

let company: Company
let counts: DemoCounts | null
let ms: number

beforeAll(async () => {
  company = await openCompany({ files })
  company.at(today)
  const begun = performance.now()
  counts = await loadDemo(company.service, today)
  ms = performance.now() - begun
})
afterAll(() => company.close())

async function count(condition: string): Promise<number> {
  const { n } = await company.service.db.one<{ n: number }>(sql`select count(*) as n from ${raw(condition)}`)
  return n
}

it('loads the whole story at once, and only into an empty database', async () => {
  expect(counts).toEqual({ employees: 60, jobs: 14, referrals: 250 })
  expect(ms).toBeLessThan(3_000)
  expect(await loadDemo(company.service, today)).toBeNull()
  expect(await count('employee')).toBe(60)
  expect(await count('job')).toBe(14)
  expect(await count('invitation')).toBe(250)
  const told = referrals.flatMap(({ application }) => (application ? [application] : []))
  expect(await count('application')).toBe(told.length)
  expect(await count('stage_event')).toBe(told.flatMap(({ events }) => events).length)
})

it.each(['waiting', 'opened', 'accepted', 'revoked', 'expired'] as const)(
  'has every referral that is %s, with its number only while it may lead somewhere',
  async (answer) => {
    const told = referrals.filter((referral) => referral.answer === answer && !referral.application)
    expect(await count(`invitation where status = '${answer}'`)).toBe(told.length)
    const kept = answer === 'revoked' || answer === 'expired' ? 0 : told.length
    expect(await count(`invitation where status = '${answer}' and phone_hash is not null`)).toBe(kept)
  },
)

it('keeps the number of nobody who erased it, and texts them no more', async () => {
  const erased = referrals.filter(({ answer }) => answer === 'erased')
  expect(erased.length).toBeGreaterThan(0)
  expect(await count('text_opt_out')).toBe(erased.length)
  expect(await count('invitation i join text_opt_out o on o.phone_hash = i.phone_hash')).toBe(0)
})

it('leaves nothing for the clock to catch up on', async () => {
  expect(
    await count(
      `invitation where phone_hash is not null and status <> 'applied' and expires_at <= '${today.toISOString()}'`,
    ),
  ).toBe(0)
  expect(
    await count(
      `application where stage in ('rejected', 'withdrawn', 'expired', 'pooled') and protected_until <= '${today.toISOString()}'`,
    ),
  ).toBe(0)
})

it('writes applications as the calls would have', async () => {
  // Five come back inside the protection.
  expect(await count(`application where credit ->> 'rule' = 'protected'`)).toBe(5)
  expect(await count(`application where credit ->> 'rule' not in ('accepted-first', 'protected')`)).toBe(0)
  expect(await count('application where referrer_id is null or owner_id is distinct from referrer_id')).toBe(
    0,
  )
  expect(
    await count(
      'person p where applications <> (select count(*) from application where candidate_id = p.id)',
    ),
  ).toBe(0)
  expect(
    await count(
      `application a where version <> (select count(*) from stage_event where application_id = a.id)`,
    ),
  ).toBe(0)
  expect(
    await count(
      'application where (ended_at is null) <> (stage in (select unnest($$' +
        '{applied,screening,review,interview,offer,onboarding,hired}$$::text[])))',
    ),
  ).toBe(0)
  expect(
    await count(
      `application where ended_at is null and due_at is null and stage not in ('onboarding', 'hired')`,
    ),
  ).toBe(0)
})

it('stores real files for most applicants', async () => {
  const rows = await company.service.db.rows<{ stored_as: string; bytes: number }>(
    sql`select stored_as, bytes from file`,
  )
  expect(rows.length).toBeGreaterThan(60)
  for (const { stored_as: storedAs, bytes } of rows) {
    const file = doors.stored.get(storedAs)
    expect(file?.length).toBe(bytes)
    expect(resumeKind(file ?? new Uint8Array())).toBe('pdf')
  }
})

it('logs the three demo people in', async () => {
  const links = await openDemoSessions(company.service, today)
  expect(links.map(({ role, name }) => [role, name])).toEqual([
    ['Referrer', '林晓'],
    ['Candidate', '周宁'],
    ['Recruiter', '陈思'],
  ])
  for (const { link } of links)
    expect(link).toMatch(/^http:\/\/bole\.test\/\?session=[\w-]{43}#\/(pages|recruiter)\/\w+\/index$/)
  expect(await count(`login where expires_at = '${addDays(today, 30).toISOString()}'`)).toBe(3)
})

it('shows 林晓 what her shares brought, and recruiters the one that looks sold', async () => {
  const as = async (phone: string) => {
    const { rows } = company.service.db
    const [person] = await rows<{ id: string }>(
      sql`select id from person where phone_hash = ${company.service.secrets.phoneHash(phone as Phone)}`,
    )
    const loginKey = `test:${person?.id}`
    await rows(
      sql`insert into login (key, person_id, kind, created_at) values (${loginKey}, ${person?.id}, 'web', ${today})`,
    )
    return { id: person?.id ?? '', phone: phone as Phone, loginKey }
  }
  const { shares } = await company.must(await as('+8613800138001'), 'share.list', {})
  expect(shares.map(({ channel, name }) => name ?? channel)).toEqual([
    'card',
    'link',
    '校招群',
    '朋友圈',
    'code',
  ])
  const [card, , , moments] = shares
  expect(card?.counts).toEqual({
    opened: null,
    accepted: null,
    applied: null,
    interviewed: null,
    hired: null,
  })
  expect(moments?.counts.opened).toBeGreaterThan(40)
  expect(moments?.counts.accepted).toBeGreaterThanOrEqual(3)
  expect(moments?.counts.applied).toBe(moments?.counts.accepted)

  const sold = await company.must(await as('+8613800138002'), 'share.suspicious', {})
  expect(sold.shares).toMatchObject([{ channel: 'code', reports: 2 }])
})

it('has no phone number in the clear in any table', async () => {
  const tables = await company.service.db.rows<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  )
  expect(tables.length).toBeGreaterThan(15)
  const dumps = await Promise.all(
    tables.map(({ name }) =>
      company.service.db.rows<{ row: string }>(sql`select to_jsonb(t)::text as row from ${raw(name)} t`),
    ),
  )
  const text = dumps
    .flat()
    .map(({ row }) => row)
    .join('\n')
  const candidates = referrals.map(({ candidateIndex }) => candidateAt(candidateIndex).phone)
  const numbers = [...people.map(({ phone }) => phone), ...candidates].map((phone) => phone.slice(3))
  expect(numbers.filter((number) => text.includes(number))).toEqual([])
})
