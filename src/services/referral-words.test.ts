import type { ProgressItem } from '@/contract/calls/progress'
import { applicationWords, referralWords } from './referral-words'

const calendar = { fromHour: 9, toHour: 18, off: [], on: [] }
/** A Monday, 10:00 in Shanghai. */
const now = new Date('2026-11-23T02:00:00Z')

const application: ProgressItem = {
  kind: 'application',
  id: 'a',
  name: '周宁',
  maskedPhone: '138****8000',
  job: { id: 'j', title: '高级前端工程师', city: '上海' },
  stage: 'screening',
  round: 1,
  invitationStatus: null,
  dueAt: '2026-11-23T07:00:00Z',
  protectedUntil: '2027-05-20T02:00:00Z',
  handler: '陈思',
  referrer: null,
  relation: null,
  mine: true,
  pausedUntil: null,
  nudgedAt: null,
  nudges: 0,
  again: false,
  changedAt: '2026-11-22T02:00:00Z',
}
const invitation: ProgressItem = {
  ...application,
  kind: 'invitation',
  name: null,
  stage: null,
  invitationStatus: 'opened',
  dueAt: null,
  protectedUntil: null,
}
const words = (change: Partial<ProgressItem>) => referralWords({ ...application, ...change }, now, calendar)

describe('referralWords', () => {
  it('draws an application with who, job, step, handler, due time and protection', () => {
    expect(words({})).toEqual({
      who: '周宁',
      job: '高级前端工程师',
      step: 1,
      ended: false,
      stageWords: '初筛 · 陈思处理中',
      due: { words: '还剩 5 小时', tone: 'jade' },
      footer: '保护期至 5 月 20 日',
    })
  })

  it('shows the number as long as there is no name, and says so when both are gone', () => {
    expect(words({ name: null }).who).toBe('138****8000')
    expect(words({ name: null, maskedPhone: null }).who).toBe('号码已删除')
  })

  it('calls a late one late', () => {
    expect(words({ dueAt: '2026-11-19T02:00:00Z' }).due).toEqual({ words: '已超时 2 个工作日', tone: 'seal' })
  })

  it.each([
    ['stands still while the candidate is waited for', '2026-12-02T02:00:00Z', '已暂停到 12 月 2 日', 'gray'],
    ['runs again after that', '2026-11-23T01:59:00Z', '还剩 5 小时', 'jade'],
  ])('has a clock that %s', (_when, pausedUntil, words_, tone) => {
    expect(words({ pausedUntil }).due).toEqual({ words: words_, tone })
  })

  it.each([
    ['onboarding', 5],
    ['hired', 6],
    ['confirmed', 7],
  ] as const)('tells %s as good news, without a clock', (stage, step) => {
    expect(words({ stage, dueAt: null })).toMatchObject({ step, ended: false, due: { tone: 'gold' } })
  })

  it.each(['rejected', 'withdrawn', 'expired', 'pooled'] as const)('shows no clock after %s', (stage) => {
    expect(words({ stage })).toMatchObject({ ended: true, due: undefined })
  })

  it('leaves a protection date that has passed unsaid', () => {
    expect(words({ protectedUntil: '2026-11-01T00:00:00Z' }).footer).toBeUndefined()
  })

  it.each([
    ['whose owner is another by now', { mine: false }, '归属已调整'],
    ['that may be referred again', { stage: 'rejected', again: true }, '保护期已结束，可再次推荐'],
    [
      'that was another’s and may be referred again',
      { mine: false, again: true },
      '保护期已结束，可再次推荐',
    ],
  ] as const)('says of one %s: %s', (_what, change, footer) => {
    expect(words(change).footer).toBe(footer)
  })

  it.each([
    ['waiting', '等待打开', false],
    ['accepted', '已接受，待投递', false],
    ['declined', '暂不考虑', true],
    ['expired', '已过期', true],
  ] as const)('draws an invitation that is %s', (invitationStatus, stageWords, ended) => {
    expect(referralWords({ ...invitation, invitationStatus }, now, calendar)).toMatchObject({
      step: 0,
      ended,
      stageWords,
      footer: '11 月 22 日更新',
    })
  })

  it('names a referral without a job', () => {
    expect(referralWords({ ...invitation, job: null }, now, calendar).job).toBe('未指定职位')
  })
})

describe('applicationWords', () => {
  const mine = (change: Partial<ProgressItem>) => applicationWords({ ...application, ...change }, now)

  it.each([
    ['while it holds', {}, '11 月 23 日前给你回音'],
    ['with an apology once it is late', { dueAt: '2026-11-19T02:00:00Z' }, '比预计的慢了一些'],
    ['only where there is one', { dueAt: null }, '11 月 22 日更新'],
    ['only while they are not waited for', { pausedUntil: '2026-12-02T02:00:00Z' }, '11 月 22 日更新'],
    ['only before the end', { stage: 'rejected' }, '11 月 22 日更新'],
  ] as const)('tells the candidate a promise and no clock, %s', (_when, change, footer) => {
    expect(mine(change)).toMatchObject({ who: '高级前端工程师', footer })
    expect(mine({ ...change, pausedUntil: null })).not.toHaveProperty('due')
  })

  it('says until when they are waited for', () => {
    expect(mine({ pausedUntil: '2026-12-02T02:00:00Z' }).due).toEqual({
      words: '已暂停到 12 月 2 日',
      tone: 'gray',
    })
  })

  it('does not call the candidate a candidate who gave up', () => {
    expect(mine({ stage: 'withdrawn' }).stageWords).toBe('你已撤回投递')
  })
})
