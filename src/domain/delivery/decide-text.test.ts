import { POLICY } from '../policy'
import { decideText, type DueText } from './decide-text'

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
const NOON = at('2026-11-23T12:00')
const invitation: DueText = {
  ...{ id: '01936f00-0000-7000-8000-000000000001', kind: 'invitation', createdAt: NOON, handedAt: null },
  ...{ carried: true, whole: true, live: true, optedOut: false, reason: null },
}
const code: DueText = { ...invitation, kind: 'login-code', live: false }
const decide = (text: Partial<DueText>, now = NOON) => decideText({ ...invitation, ...text }, now, POLICY)

it.each<[string, Partial<DueText>, string, object]>([
  ['an invitation by day', {}, '2026-11-23T12:00', { kind: 'send' }],
  ['an invitation at 8:00', {}, '2026-11-23T08:00', { kind: 'send' }],
  ['an invitation at 21:59', {}, '2026-11-23T21:59', { kind: 'send' }],
  ['a code at night', { ...code, createdAt: at('2026-11-23T03:00') }, '2026-11-23T03:04', { kind: 'send' }],
  ['a code for somebody who opted out', { ...code, optedOut: true }, '2026-11-23T12:00', { kind: 'send' }],
  ['a code after 5 minutes', code, '2026-11-23T12:05', { kind: 'drop', reason: 'pointless' }],
  [
    'a code that nobody took in 5 minutes',
    { ...code, reason: 'busy' },
    '2026-11-23T12:05',
    { kind: 'dead', reason: 'busy' },
  ],
  [
    'an invitation that was answered',
    { live: false },
    '2026-11-23T12:00',
    { kind: 'drop', reason: 'pointless' },
  ],
  ['one whose number is erased', { whole: false }, '2026-11-23T12:00', { kind: 'drop', reason: 'pointless' }],
  [
    'one to a number that opted out',
    { optedOut: true },
    '2026-11-23T12:00',
    { kind: 'drop', reason: 'opted-out' },
  ],
  [
    'one that no provider carries',
    { carried: false },
    '2026-11-23T12:00',
    { kind: 'drop', reason: 'no-provider' },
  ],
  [
    'one whose worker died over it',
    { handedAt: NOON },
    '2026-11-23T12:02',
    { kind: 'dead', reason: 'unconfirmed' },
  ],
  [
    'a code whose worker died over it',
    { ...code, handedAt: NOON },
    '2026-11-23T12:02',
    { kind: 'dead', reason: 'unconfirmed' },
  ],
])('%s', (_what, text, now, decision) => {
  expect(decide(text, at(now))).toEqual(decision)
})

it.each([
  ['at 22:00', '2026-11-23T22:00', '2026-11-24T08:00'],
  ['at 7:59', '2026-11-23T07:59', '2026-11-23T08:00'],
])('keeps an invitation until morning %s, spread over half an hour', (_when, now, morning) => {
  const decision = decide({}, at(now))
  const minutes = decision.kind === 'wait' ? (decision.until.getTime() - at(morning).getTime()) / 60_000 : -1
  expect(minutes).toBeGreaterThanOrEqual(0)
  expect(minutes).toBeLessThan(30)
})
