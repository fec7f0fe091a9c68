import sql from 'sql-template-tag'
import { openCompany, requestId, type Colleague, type Company, type Somebody } from '@/testing/company'
import { referring } from '@/testing/referring'
import { toldTo } from '@/testing/told'

let company: Company
let by: ReturnType<typeof referring>
let referrer: Colleague
let recruiter: Colleague
let jobId: string

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
const iso = (shanghai: string) => at(shanghai).toISOString()
/** Applied on Monday at ten, it is due on Wednesday at 16:00. */
const APPLIED = at('2026-11-23T10:00')
const REASON = '下周有一场答辩'

beforeAll(async () => {
  company = await openCompany()
  by = referring(company)
  recruiter = await company.colleague({ role: 'recruiter', name: '陈思' })
  jobId = await company.job({ recruiter })
})
afterAll(() => company.close())

/** An application of Monday morning by a referrer of its own, and whose it is; the clock is set to `now`. */
async function applied(now = '2026-11-24T10:00'): Promise<{ candidate: Somebody; id: string }> {
  company.at(APPLIED)
  // Nobody types more than 30 numbers a day.
  referrer = await company.colleague()
  const candidate = await company.person()
  const id = await company.application(referrer, candidate, jobId)
  company.at(at(now))
  return { candidate, id }
}
const pause = (id: string, days: number, reason: string | null = null) => ({
  ...{ requestId: requestId(), id, days, reason },
})
const resume = (id: string) => ({ requestId: requestId(), id })
const seen = (who: Somebody, as: 'referrer' | 'recruiter' | 'candidate', id: string) =>
  company.must(who, 'progress.get', { as, id })
const pausesOf = (id: string) =>
  company.service.db.rows<{ fromAt: Date; untilAt: Date; endedAt: Date | null }>(sql`
    select from_at as "fromAt", until_at as "untilAt", ended_at as "endedAt" from stage_pause
    where application_id = ${id} order by from_at`)

it('stops the clock for so many days, and tells referrer and recruiter', async () => {
  const { candidate, id } = await applied()
  const reply = await company.must(candidate, 'application.pause', pause(id, 3, REASON))
  // Tuesday to Friday at ten: 27 working hours.
  expect(reply).toEqual({ until: iso('2026-11-27T10:00'), dueAt: iso('2026-11-30T16:00') })
  for (const [who, as] of [
    [candidate, 'candidate'],
    [recruiter, 'recruiter'],
  ] as const)
    expect(await seen(who, as, id)).toMatchObject({
      ...{ dueAt: reply.dueAt, paused: { until: reply.until, reason: REASON } },
    })
  const told = await toldTo(company, referrer, id)
  expect(told.filter(({ event }) => event === 'paused')).toMatchObject([{ seat: 'referrer', queued: false }])
  expect((await toldTo(company, recruiter, id)).filter(({ event }) => event === 'paused')).toMatchObject([
    { seat: 'recruiter', queued: true },
  ])
  expect((await toldTo(company, candidate, id)).filter(({ event }) => event === 'paused')).toEqual([])
})

it('keeps the candidate’s reason from the referrer, in every call and on every way', async () => {
  const { candidate, id } = await applied()
  const { cursor } = await company.must(referrer, 'progress.sync', { cursor: null })
  await company.must(candidate, 'application.pause', pause(id, 3, REASON))
  const read = await Promise.all([
    seen(referrer, 'referrer', id),
    company.must(referrer, 'progress.list', { as: 'referrer' }),
    company.must(referrer, 'application.explain', { as: 'referrer', id }),
    company.must(referrer, 'progress.sync', { cursor }),
  ])
  expect(read[0].paused).toEqual({ until: iso('2026-11-27T10:00'), reason: null })
  expect(read[3].changed).toEqual([{ kind: 'application', id }])
  expect(JSON.stringify(read)).not.toContain('答辩')
  const kept = await company.service.db.rows(sql`
    select to_jsonb(m)::text from message m where subject_id = ${id} union all select reply::text from answer`)
  expect(JSON.stringify(kept)).not.toContain('答辩')
})

it('is over by itself, and everything is right then', async () => {
  const { candidate, id } = await applied()
  await company.must(candidate, 'application.pause', pause(id, 3))
  company.at(at('2026-11-27T10:00'))
  expect(await seen(referrer, 'referrer', id)).toMatchObject({
    ...{ paused: null, dueAt: iso('2026-11-30T16:00') },
  })
  const { items } = await company.must(candidate, 'progress.list', { as: 'candidate' })
  expect(items).toMatchObject([{ pausedUntil: null, dueAt: iso('2026-11-30T16:00') }])
  expect(await company.call(candidate, 'application.resume', resume(id))).toMatchObject({
    code: 'pause-impossible',
  })
})

it('may end early: only the time that was taken is added', async () => {
  const { candidate, id } = await applied()
  await company.must(candidate, 'application.pause', pause(id, 7))
  company.at(at('2026-11-24T12:00'))
  expect(await company.must(candidate, 'application.resume', resume(id))).toEqual({
    dueAt: iso('2026-11-25T18:00'),
  })
  expect(await seen(recruiter, 'recruiter', id)).toMatchObject({
    paused: null,
    dueAt: iso('2026-11-25T18:00'),
  })
  expect(await pausesOf(id)).toMatchObject([{ endedAt: at('2026-11-24T12:00') }])
  expect((await toldTo(company, referrer, id)).map(({ event }) => event)).toContain('resumed')
  expect((await toldTo(company, recruiter, id)).map(({ event }) => event)).toContain('resumed')
})

it('counts every pause of the stage, and none of the stage before', async () => {
  const { candidate, id } = await applied()
  await company.must(candidate, 'application.pause', pause(id, 1))
  company.at(at('2026-11-25T14:00'))
  expect(await company.must(candidate, 'application.pause', pause(id, 1))).toMatchObject({
    dueAt: iso('2026-11-27T16:00'),
  })
  company.at(at('2026-11-25T15:00'))
  expect(await company.must(candidate, 'application.resume', resume(id))).toEqual({
    dueAt: iso('2026-11-26T17:00'),
  })
  await by.moves(recruiter, id, 1, 'screening')
  expect(await company.must(candidate, 'application.pause', pause(id, 1))).toMatchObject({
    dueAt: iso('2026-12-01T12:00'),
  })
})

it('takes two round trips, and gives a retry the first answer', async () => {
  const { candidate, id } = await applied()
  const [asked, ended] = [pause(id, 3), resume(id)]
  const counted = async <T>(run: () => Promise<T>) => {
    const before = company.service.db.statements
    const reply = await run()
    expect(company.service.db.statements - before).toBe(2)
    return reply
  }
  const paused = await counted(() => company.must(candidate, 'application.pause', asked))
  company.at(at('2026-11-24T15:00'))
  expect(await company.must(candidate, 'application.pause', asked)).toEqual(paused)
  const resumed = await counted(() => company.must(candidate, 'application.resume', ended))
  company.at(at('2026-11-24T16:00'))
  expect(await company.must(candidate, 'application.resume', ended)).toEqual(resumed)
  expect(await company.must(candidate, 'application.pause', asked)).toEqual(paused)
  expect(await pausesOf(id)).toHaveLength(1)
})

it('makes one pause of twenty at once', async () => {
  const { candidate, id } = await applied()
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      company.call(candidate, 'application.pause', pause(id, 1 + (index % 14))),
    ),
  )
  const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.code))
  expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
  expect(codes.filter((code) => !['ok', 'pause-impossible', 'unavailable'].includes(code))).toEqual([])
  expect(await pausesOf(id)).toHaveLength(1)
})

it('ends with the stage, also when it is asked for while a recruiter moves it', async () => {
  for (let round = 0; round < 20; round++) {
    const { candidate, id } = await applied()
    const [paused, moved] = await Promise.all([
      company.call(candidate, 'application.pause', pause(id, 3)),
      company.call(recruiter, 'stage.move', {
        ...{ requestId: requestId(), id, version: 1, to: 'screening', reason: null },
        ...{ candidateText: '在看了', referrerText: '初筛中', internalNote: null },
      }),
    ])
    expect([paused, moved]).toMatchObject([{ ok: true }, { ok: true, data: { stage: 'screening' } }])
    const { dueAt, paused: now } = await seen(candidate, 'candidate', id)
    const [one, ...more] = await pausesOf(id)
    expect(more).toEqual([])
    // Whichever came first: the pause ended with the stage before, or it is one of the new stage.
    if (now === null) {
      expect(one?.endedAt).toEqual(at('2026-11-24T10:00'))
      expect(dueAt).toBe(iso('2026-11-26T16:00'))
    } else {
      expect(one?.endedAt).toBeNull()
      expect([dueAt, now.until]).toEqual([iso('2026-12-01T16:00'), iso('2026-11-27T10:00')])
    }
  }
})

it.each([
  ['moved on', (id: string) => by.moves(recruiter, id, 1, 'screening'), 'screening'],
  ['rejected', (id: string) => by.moves(recruiter, id, 1, 'rejected'), 'rejected'],
])('is over when it is %s', async (_what, move, stage) => {
  const { candidate, id } = await applied()
  await company.must(candidate, 'application.pause', pause(id, 3))
  company.at(at('2026-11-25T10:00'))
  await move(id)
  expect(await seen(referrer, 'referrer', id)).toMatchObject({ stage, paused: null })
  expect(await pausesOf(id)).toMatchObject([{ endedAt: at('2026-11-25T10:00') }])
})

it('is over when it goes to another job', async () => {
  const { candidate, id } = await applied()
  await company.must(candidate, 'application.pause', pause(id, 3))
  await company.must(recruiter, 'application.transfer', by.transfer(id, 1, await company.job({ recruiter })))
  expect(await seen(candidate, 'candidate', id)).toMatchObject({ stage: 'screening', paused: null })
  expect(await pausesOf(id)).toMatchObject([{ endedAt: at('2026-11-24T10:00') }])
})

it('excuses nothing that was late already, and makes nobody hurry meanwhile', async () => {
  const { candidate, id } = await applied('2026-11-26T10:00')
  expect(await company.must(candidate, 'application.pause', pause(id, 4))).toEqual({
    ...{ until: iso('2026-11-30T10:00'), dueAt: iso('2026-11-25T16:00') },
  })
  const late = async () => (await company.must(candidate, 'progress.list', { as: 'candidate' })).counts.late
  expect(await late()).toBe(0)
  expect(await company.call(referrer, 'referral.nudge', resume(id))).toMatchObject({ code: 'not-late' })
  company.at(at('2026-11-30T10:00'))
  expect(await late()).toBe(1)
  expect(await company.call(referrer, 'referral.nudge', resume(id))).toMatchObject({ ok: true })
})

describe('is not possible', () => {
  it('twice at once, nor ended twice', async () => {
    const { candidate, id } = await applied()
    await company.must(candidate, 'application.pause', pause(id, 3))
    expect(await company.call(candidate, 'application.pause', pause(id, 1))).toMatchObject({
      code: 'pause-impossible',
    })
    await company.must(candidate, 'application.resume', resume(id))
    expect(await company.call(candidate, 'application.resume', resume(id))).toMatchObject({
      code: 'pause-impossible',
    })
  })

  it('after the end, nor where nobody owes an answer', async () => {
    const { candidate, id } = await applied()
    await by.withdraws(candidate, id)
    expect(await company.call(candidate, 'application.pause', pause(id, 1))).toMatchObject({
      code: 'pause-impossible',
    })
    const waiting = await applied()
    await company.service.db.rows(
      sql`update application set stage = 'onboarding', due_at = null where id = ${waiting.id}`,
    )
    expect(await company.call(waiting.candidate, 'application.pause', pause(waiting.id, 1))).toMatchObject({
      code: 'pause-impossible',
    })
  })

  it.each([0, 15, 1.5])('for %d days', async (days) => {
    const { candidate, id } = await applied()
    expect(await company.call(candidate, 'application.pause', pause(id, days))).toMatchObject({
      code: 'bad-input',
    })
  })

  it('for anybody but the candidate', async () => {
    const { id } = await applied()
    for (const who of [referrer, recruiter]) {
      expect(await company.call(who, 'application.pause', pause(id, 1))).toMatchObject({ code: 'not-found' })
      expect(await company.call(who, 'application.resume', resume(id))).toMatchObject({ code: 'not-found' })
    }
  })
})

it('keeps no reason of somebody who had their data erased, however it comes in between', async () => {
  for (let round = 0; round < 10; round++) {
    const { candidate, id } = await applied()
    await Promise.all([
      company.call(candidate, 'application.pause', pause(id, 3, REASON)),
      company.must(candidate, 'me.erase', { requestId: requestId() }),
    ])
    expect(
      await company.service.db.rows(
        sql`select id from stage_pause where application_id = ${id} and reason is not null`,
      ),
    ).toEqual([])
    expect(await seen(recruiter, 'recruiter', id)).toMatchObject({ stage: 'withdrawn', paused: null })
  }
})
