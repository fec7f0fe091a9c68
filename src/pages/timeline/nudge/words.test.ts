import { mayNudgeNow, nudgedWords, nudgeQuestion, nudgeWords, type Nudge } from './words'

/** A Wednesday, 10:00 in Shanghai. */
const now = new Date('2026-11-25T02:00:00Z')
const from = '2026-11-30T01:00:00.000Z'
const nudge: Nudge = { allowed: true, from: null, count: 0, lastAt: null }
const waiting: Nudge = { allowed: false, from, count: 1, lastAt: '2026-11-25T01:00:00.000Z' }

it.each([
  ['the cloud says so', nudge, true],
  ['the cloud says no', waiting, false],
  ['the time has come while the page stood open', { ...waiting, from: '2026-11-25T01:59:59.000Z' }, true],
  ['it is due this moment', { ...waiting, from: now.toISOString() }, false],
  ['there is nothing to wait for', { ...waiting, from: null }, false],
])('may be done when %s: %j', (_when, view, may) => {
  expect(mayNudgeNow(view, now)).toBe(may)
})

it.each([
  ['what it will do', nudge, '会提醒陈思尽快答复，并把这条推荐排到最前面'],
  [
    'that somebody else will hear of it too',
    { ...nudge, count: 1 },
    '会再提醒陈思，同时告诉用人经理或另一位招聘同事',
  ],
  ['from when on it may be done again', waiting, '已催过，11 月 30 日 09:00 后可再催'],
  [
    'from when on it may be done, where nobody is late yet',
    { ...waiting, count: 0, lastAt: null },
    '11 月 30 日 09:00 后还没有答复，就可以催一下',
  ],
  ['nothing where nobody owes an answer', { ...waiting, from: null }, null],
])('tells under the button %s', (_what, view, words) => {
  expect(nudgeWords(view, '陈思', now)).toBe(words)
})

it('asks with what will happen and that it cannot be taken back, also where nobody is named', () => {
  expect(nudgeQuestion(nudge, null, now)).toEqual({
    title: '催一下招聘同事？',
    body: '会提醒招聘同事尽快答复，并把这条推荐排到最前面。每 3 个工作日可以催一次，催过不能撤回。',
    yes: '催一下',
    no: '再等等',
  })
})

const one = { at: '2026-11-25T01:00:00.000Z', by: null, escalated: false }

it.each([
  [[], null],
  [[one], '你催了一次，陈思已经收到提醒'],
  [[one, { ...one, escalated: true }], '你催了 2 次，也请了另一位同事来推动'],
  [[{ ...one, escalated: true }], '你催了一次，也请了另一位同事来推动'],
])('tells what became of %j', (nudges, words) => {
  expect(nudgedWords(nudges, '陈思')).toBe(words)
})
