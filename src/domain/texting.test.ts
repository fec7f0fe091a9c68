import { POLICY } from './policy'
import { planText, textWords } from './texting'

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
const fresh = { optedOut: false, in24Hours: 0, in30Days: 0 }

it.each([
  ['in the day', '2026-11-23T10:30', '2026-11-23T10:30', '已交给短信通道'],
  ['at 8:00 sharp', '2026-11-23T08:00', '2026-11-23T08:00', '已交给短信通道'],
  ['early', '2026-11-23T06:10', '2026-11-23T08:00', '今早 8:00 后送达'],
  ['at 22:00 sharp', '2026-11-23T22:00', '2026-11-24T08:00', '夜里不打扰，11 月 24 日 周二 08:00 后送达'],
])('%s: a text planned at %s goes at %s', (_what, now, goes, words) => {
  const plan = planText(at(now), fresh, POLICY)
  expect(plan).toEqual({ kind: 'send', at: at(goes) })
  expect(textWords(plan, at(now))).toBe(words)
})

it.each([
  ['has opted out', { ...fresh, optedOut: true }, 'opted-out'],
  ['got one in the last 24 hours', { ...fresh, in24Hours: 1, in30Days: 1 }, 'recently-texted'],
  ['got three in the last 30 days', { ...fresh, in30Days: 3 }, 'recently-texted'],
])('sends none to a number that %s', (_what, history, reason) => {
  const now = at('2026-11-23T10:30')
  const plan = planText(now, history, POLICY)
  expect(plan).toEqual({ kind: 'skip', reason })
  expect(textWords(plan, now)).toContain('直接转发给 TA')
})

it.each([
  ['no-provider', '公司未开通短信，请直接转发给 TA'],
  ['not-delivered', '短信没有发出，请直接转发给 TA'],
  ['unconfirmed', '短信不一定送到了，再直接转发给 TA 更稳妥'],
] as const)('says of a text that did not go (%s): %s', (reason, words) => {
  expect(textWords({ kind: 'skip', reason }, at('2026-11-23T10:30'))).toBe(words)
})
