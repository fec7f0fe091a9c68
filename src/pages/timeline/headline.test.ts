import type { Timeline } from '@/contract/calls/progress'
import { headlineOf } from './headline'

/** A Monday, 10:00 in Shanghai; due at 15:00. */
const now = new Date('2026-11-23T02:00:00Z')
const timeline = {
  stage: 'screening',
  dueAt: '2026-11-23T07:00:00.000Z',
  paused: null,
  events: [{ text: '我们收到了' }, { text: '招聘同事正在看' }],
  calendar: { fromHour: 9, toHour: 18, off: [], on: [] },
} as unknown as Timeline

describe('headlineOf', () => {
  it('repeats the newest words, and promises the candidate a day', () => {
    expect(headlineOf(timeline, 'candidate', now)).toEqual({
      said: '招聘同事正在看',
      promise: '11 月 23 日 周一 15:00 前给你回音',
    })
  })

  it('shows the referrer a clock, and says when it is over', () => {
    expect(headlineOf(timeline, 'referrer', now).due).toEqual({ words: '还剩 5 小时', tone: 'jade' })
    const later = new Date('2026-11-24T02:00:00Z')
    expect(headlineOf(timeline, 'referrer', later).due).toMatchObject({ tone: 'seal' })
  })

  it('has no clock and no promise while the candidate is waited for, and says so to the referrer', () => {
    const paused = { ...timeline, paused: { until: '2026-12-02T02:00:00.000Z', reason: null } }
    expect(headlineOf(paused, 'candidate', now)).toEqual({ said: '招聘同事正在看' })
    expect(headlineOf(paused, 'referrer', now)).toEqual({
      said: '招聘同事正在看',
      promise: 'TA 想先缓一缓，这段时间不计时',
      due: { words: '已暂停到 12 月 2 日', tone: 'gray' },
    })
  })

  it('goes on by itself when the time asked for is over', () => {
    const paused = { ...timeline, paused: { until: '2026-11-23T02:00:00.000Z', reason: null } }
    expect(headlineOf(paused, 'referrer', now).due).toEqual({ words: '还剩 5 小时', tone: 'jade' })
  })

  it('promises nothing after an end', () => {
    expect(headlineOf({ ...timeline, stage: 'rejected' }, 'candidate', now)).toEqual({
      said: '招聘同事正在看',
    })
  })
})
