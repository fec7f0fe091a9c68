import type { Timeline } from '@/contract/calls/progress'
import { STAGE_TEXTS } from '@/domain/stage-texts'
import type { Stage } from '@/domain/stages'
import { timelineSteps } from './steps'

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T02:00:00.000Z`

/** A process that walked these stages, one a day. A stage named twice in a row is another round. */
function walked(...stages: Stage[]): Timeline {
  let round = 1
  const events = stages.map((to, index) => {
    const from = stages[index - 1] ?? null
    if (from === to) round++
    const text = STAGE_TEXTS[to].candidate
    return { id: `${index}`, at: day(index + 1), from, to, round, text, internal: null }
  })
  return {
    id: 'a',
    version: stages.length,
    company: '星河科技',
    name: '周宁',
    maskedPhone: null,
    job: { id: 'j', title: '高级前端工程师', city: '上海', department: '前端平台部' },
    stage: stages[stages.length - 1] ?? 'applied',
    round,
    appliedAt: day(1),
    dueAt: null,
    endedAt: null,
    protectedUntil: day(30),
    owner: null,
    handler: '陈思',
    events,
    note: null,
    resume: null,
    relation: null,
    line: null,
    paused: null,
    nudge: null,
    nudges: [],
    calendar: { fromHour: 9, toHour: 18, off: [], on: [] },
    now: day(20),
  }
}

const now = new Date(day(20))

const drawn = (timeline: Timeline, seat: 'candidate' | 'referrer' = 'candidate') =>
  timelineSteps(timeline, seat, now).map(({ title, state, at }) =>
    [title, state, at].filter(Boolean).join(' | '),
  )

describe('timelineSteps', () => {
  it('shows seven steps from the first day on', () => {
    expect(drawn(walked('applied'))).toEqual([
      '已投递 | now',
      '初筛 | next',
      '用人部门评估 | next',
      '面试 | next',
      '沟通 Offer | next',
      '待入职 | next',
      '入职与转正 | next',
    ])
  })

  it('says of what lies behind when it was passed, and who has it now', () => {
    const timeline = walked('applied', 'screening', 'review', 'interview')
    expect(drawn(timeline).slice(0, 5)).toEqual([
      '已投递 | done | 11-01 10:00',
      '初筛通过 | done | 11-03 10:00',
      '用人部门评估通过 | done | 11-04 10:00',
      '面试 · 第 1 轮 | now',
      '沟通 Offer | next',
    ])
    expect(timelineSteps(timeline, 'candidate', now)[3]).toMatchObject({
      note: '由陈思跟进',
      tag: { words: '进行中' },
    })
  })

  it.each([
    ['referrer', { dueAt: day(19) }, { words: '已超时', tone: 'seal' }],
    ['candidate', { dueAt: day(19) }, { words: '进行中', tone: 'jade' }],
    ['referrer', { dueAt: day(23) }, { words: '进行中', tone: 'jade' }],
    ['candidate', { paused: { until: day(23), reason: null } }, { words: '已暂停', tone: 'gray' }],
    ['referrer', { paused: { until: day(23), reason: null } }, { words: '已暂停', tone: 'gray' }],
  ] as const)('shows the %s how the step of now goes: %j', (seat, change, tag) => {
    const items = timelineSteps({ ...walked('applied', 'screening'), ...change }, seat, now)
    expect(items.find(({ state }) => state === 'now')?.tag).toEqual(tag)
  })

  it('gives earlier rounds of interviews a line each, also when they are over', () => {
    const stages = ['applied', 'screening', 'review', 'interview', 'interview'] as const
    expect(drawn(walked(...stages)).slice(3, 5)).toEqual([
      '面试 · 第 1 轮 | done | 11-05 10:00',
      '面试 · 第 2 轮 | now',
    ])
    expect(drawn(walked(...stages, 'offer')).slice(3, 6)).toEqual([
      '面试 · 第 1 轮 | done | 11-05 10:00',
      '面试通过 | done | 11-06 10:00',
      '沟通 Offer | now',
    ])
  })

  it('keeps what a recruiter wrote about a step, and drops the usual words, which were about the future', () => {
    const timeline = walked('applied', 'screening', 'review', 'interview')
    const review = timeline.events[2]
    if (review) review.text = '项目经历很对口'
    const notes = timelineSteps(timeline, 'candidate', now).map(({ note }) => note)
    expect(notes.slice(0, 3)).toEqual([undefined, undefined, '项目经历很对口'])
  })

  it('ends where it ended, with nothing ahead', () => {
    expect(drawn(walked('applied', 'screening', 'review', 'rejected'))).toEqual([
      '已投递 | done | 11-01 10:00',
      '初筛通过 | done | 11-03 10:00',
      '用人部门评估 | done | 11-03 10:00',
      '未通过 | now | 11-04 10:00',
    ])
  })

  it('tells a withdrawal to each side in its own words', () => {
    const timeline = walked('applied', 'withdrawn')
    expect(drawn(timeline)).toEqual(['已投递 | done | 11-01 10:00', '你已撤回投递 | now | 11-02 10:00'])
    expect(drawn(timeline, 'referrer')[1]).toBe('TA 决定不继续了 | now | 11-02 10:00')
  })

  it('is all done after probation', () => {
    const items = drawn(
      walked('applied', 'screening', 'review', 'interview', 'offer', 'onboarding', 'hired', 'confirmed'),
    )
    expect(items.slice(-2)).toEqual(['已入职 | done | 11-08 10:00', '已转正 | done | 11-08 10:00'])
    expect(items.every((item) => item.includes('done'))).toBe(true)
  })

  it('follows a step back', () => {
    const items = drawn(walked('applied', 'screening', 'review', 'screening'))
    expect(items.slice(0, 3)).toEqual(['已投递 | done | 11-01 10:00', '初筛 | now', '用人部门评估 | next'])
  })

  it('stands for a reopened process where it stands, without inventing dates', () => {
    const items = drawn(walked('applied', 'rejected', 'interview'))
    expect(items.slice(0, 4)).toEqual([
      '已投递 | done | 11-01 10:00',
      '初筛通过 | done',
      '用人部门评估通过 | done',
      '面试 · 第 1 轮 | now',
    ])
  })
})
