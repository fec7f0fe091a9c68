import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import type { ProgressFilter, ProgressItem } from '@/contract/calls/progress'
import { MONDAY, openCompany, requestId, type Colleague, type Company } from '@/testing/company'

const HOUR = 3_600_000
const MANY = 90

type Row = {
  id: string
  endedAt: Date | null
  dueAt: Date | null
  pausedUntil: Date | null
  nudgedAt: Date | null
  changedAt: Date
}

let company: Company
let recruiter: Colleague
let rows: Row[]

/** Hours around now; some moments are shared, so that the order has to fall back on something. */
const hours = (n: number) => new Date(MONDAY.getTime() + n * HOUR)

beforeAll(async () => {
  company = await openCompany()
  recruiter = await company.colleague({ role: 'recruiter', name: '陈思' })
  const jobId = await company.job({ recruiter })
  rows = Array.from({ length: MANY }, (_, n) => {
    const ended = n % 5 === 0
    return {
      id: uuidv7(),
      endedAt: ended ? hours(-n) : null,
      dueAt: ended || n % 7 === 0 ? null : hours(n % 2 === 0 ? -(n % 11) - 1 : (n % 13) + 1),
      pausedUntil: n % 9 === 0 ? hours(2) : n % 10 === 1 ? hours(-2) : null,
      nudgedAt: ended || n % 3 > 0 ? null : hours(-(n % 4)),
      changedAt: hours(-(n % 17)),
    }
  })
  for (const { id, endedAt, dueAt, pausedUntil, nudgedAt, changedAt } of rows) {
    const candidate = await company.person()
    await company.service.db
      .rows(sql`insert into application (id, candidate_id, job_id, credit, policy_version, reward_plan_version, stage,
        stage_since, applied_at, ended_at, due_at, paused_until, nudged_at, nudges, protected_until, changed_at)
      values (${id}, ${candidate.id}, ${jobId}, '{"others": []}', 1, 1, ${endedAt ? 'rejected' : 'screening'}, ${hours(-200)}, ${hours(-200)},
        ${endedAt}, ${dueAt}, ${pausedUntil}, ${nudgedAt}, ${nudgedAt ? 1 : 0}, ${hours(4000)}, ${changedAt})`)
  }
})
afterAll(() => company.close())
beforeEach(() => company.at(MONDAY))

const isLate = ({ endedAt, dueAt, pausedUntil }: Row, at = MONDAY) =>
  endedAt === null && dueAt !== null && dueAt < at && (pausedUntil === null || pausedUntil <= at)

const FILTERED: Record<ProgressFilter, (row: Row) => boolean> = {
  all: () => true,
  waiting: () => false,
  active: ({ endedAt }) => endedAt === null,
  late: (row) => isLate(row),
  ended: ({ endedAt }) => endedAt !== null,
}

/** The same order, told slowly. */
function inOrder(filter: ProgressFilter): string[] {
  const [newest, id] = [
    (a: Date, b: Date) => b.getTime() - a.getTime(),
    (a: Row, b: Row) => (a.id < b.id ? -1 : 1),
  ]
  const shown = rows.filter(FILTERED[filter])
  const late = shown.filter((row) => isLate(row))
  const [nudged, rest] = [late.filter(({ nudgedAt }) => nudgedAt), shown.filter((row) => !isLate(row))]
  const overdue = late.filter(({ nudgedAt }) => !nudgedAt)
  const time = (at: Date | null) => at ?? new Date(0)
  return [
    ...nudged.sort((a, b) => newest(time(a.nudgedAt), time(b.nudgedAt)) || -id(a, b)),
    ...overdue.sort((a, b) => newest(time(b.dueAt), time(a.dueAt)) || id(a, b)),
    ...rest.sort((a, b) => newest(a.changedAt, b.changedAt) || -id(a, b)),
  ].map((row) => row.id)
}

async function pages(filter: ProgressFilter, between?: () => void): Promise<ProgressItem[]> {
  const items: ProgressItem[] = []
  let after: string | undefined
  do {
    const page = await company.must(recruiter, 'progress.list', {
      as: 'recruiter',
      filter,
      ...(after ? { after } : {}),
    })
    items.push(...page.items)
    after = page.next ?? undefined
    between?.()
  } while (after)
  return items
}

describe('a recruiter’s list', () => {
  it.each(['all', 'active', 'late', 'ended', 'waiting'] as const)(
    'of %s begins with what was nudged about, then what is late, then the newest change, each once',
    async (filter) => {
      expect((await pages(filter)).map(({ id }) => id)).toEqual(inOrder(filter))
    },
  )

  it('counts every filter; what is paused is not late', async () => {
    const { counts, now } = await company.must(recruiter, 'progress.list', { as: 'recruiter' })
    const of = (filter: ProgressFilter) => rows.filter(FILTERED[filter]).length
    expect(counts).toEqual({
      ...{ all: of('all'), waiting: 0, active: of('active'), late: of('late'), ended: of('ended') },
    })
    expect(now).toBe(MONDAY.toISOString())
    expect(
      rows.some((row) => row.pausedUntil && row.pausedUntil > MONDAY && row.dueAt && row.dueAt < MONDAY),
    ).toBe(true)
  })

  it('says until when it is paused while it is, and when and how often was nudged', async () => {
    const items = new Map((await pages('all')).map((item) => [item.id, item]))
    for (const { id, pausedUntil, nudgedAt } of rows)
      expect(items.get(id)).toMatchObject({
        pausedUntil: pausedUntil && pausedUntil > MONDAY ? pausedUntil.toISOString() : null,
        nudgedAt: nudgedAt?.toISOString() ?? null,
        nudges: nudgedAt ? 1 : 0,
      })
  })

  it('loses none that becomes late between one page and the next', async () => {
    let hour = 0
    const ids = (await pages('all', () => company.at(hours(++hour * 5)))).map(({ id }) => id)
    expect(ids).toEqual(inOrder('all'))
  })

  it('leaves out the recruiter’s own application', async () => {
    const id = rows[1]?.id
    const { rows: run } = company.service.db
    const [before] = await run<{ who: string }>(
      sql`select candidate_id as who from application where id = ${id}`,
    )
    await run(sql`update application set candidate_id = ${recruiter.id} where id = ${id}`)
    const { counts } = await company.must(recruiter, 'progress.list', { as: 'recruiter' })
    expect((await pages('all')).map((item) => item.id)).toEqual(
      inOrder('all').filter((other) => other !== id),
    )
    expect(counts.all).toBe(MANY - 1)
    await run(sql`update application set candidate_id = ${before?.who} where id = ${id}`)
  })

  it('goes on from a day that no calendar has as from the one after', async () => {
    const after = '2026-11-23T02:00:00.000Z_2_2026-02-31T02:00:00.000Z_00000000-0000-7000-8000-000000000000'
    expect(await company.call(recruiter, 'progress.list', { as: 'recruiter', after })).toMatchObject({
      data: { items: [] },
    })
  })

  it.each([
    'yesterday',
    '2026-11-23T02:00:00.000Z_00000000-0000-7000-8000-000000000000',
    '2026-11-23T02:00:00.000Z_3_2026-11-23T02:00:00.000Z_00000000-0000-7000-8000-000000000000',
    '2026-11-23T02:00:00.000Z_2_2026-99-23T02:00:00.000Z_00000000-0000-7000-8000-000000000000',
    '2026-11-23T02:00:00.000Z_2_0000-11-23T02:00:00.000Z_00000000-0000-7000-8000-000000000000',
    '2026-11-23T02:00:00.000Z_2_2026-11-23T02:00:00.000Z_------------------------------------',
  ])('refuses the made-up place %s', async (after) => {
    expect(await company.call(recruiter, 'progress.list', { as: 'recruiter', after })).toMatchObject({
      code: 'bad-input',
    })
  })
})

it('shows nobody else that there were nudges, and leaves their lists in the order of changes', async () => {
  const referrer = await company.colleague()
  const candidate = await company.person()
  const id = await company.application(referrer, candidate, await company.job({ recruiter }))
  company.at(hours(24 * 3))
  await company.must(referrer, 'referral.nudge', { requestId: requestId(), id })
  for (const [who, as] of [
    [referrer, 'referrer'],
    [candidate, 'candidate'],
  ] as const)
    expect((await company.must(who, 'progress.list', { as })).items).toMatchObject([
      { id, nudgedAt: null, nudges: 0 },
    ])
  const [first] = (await company.must(recruiter, 'progress.list', { as: 'recruiter' })).items
  expect(first).toMatchObject({ id, nudges: 1 })
})
