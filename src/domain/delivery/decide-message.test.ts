import { DEFAULT_CHOICES } from '../notices/choices'
import { NOTICE_EVENTS, NOTICE_SEATS, TEMPLATES } from '../notices/event'
import { noticeFor } from '../notices/table'
import { decideMessage, type DueMessage, type OpenRoads, type Recipient } from './decide-message'

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
const NOON = at('2026-11-23T12:00')

const message: DueMessage = {
  ...{ id: '01936f00-0000-7000-8000-000000000001', event: 'stage-moved', seat: 'referrer' },
  ...{ at: at('2026-11-23T11:59'), read: false, pointless: false },
}
const digest: DueMessage = { ...message, event: 'digest', seat: 'recruiter' }
const roads: OpenRoads = { wecom: true, email: true, templates: new Set(TEMPLATES) }
const everywhere: Recipient = {
  ...{ wecom: true, subscribe: true, email: true, ...DEFAULT_CHOICES },
  credits: { progress: 1, answer: 1, task: 1 },
}
const { wants } = everywhere

const decide = (parts: {
  message?: Partial<DueMessage>
  recipient?: Partial<Recipient>
  roads?: Partial<OpenRoads>
  now?: Date
}) =>
  decideMessage(
    { ...message, ...parts.message },
    { ...everywhere, ...parts.recipient },
    { ...roads, ...parts.roads },
    parts.now ?? NOON,
  )

describe('goes over the first channel of the table that is open', () => {
  it.each<[string, Parameters<typeof decide>[0], string[]]>([
    ['everything is open', {}, ['wecom', 'subscribe']],
    ['a recruiter’s list', { message: digest }, ['email', 'wecom', 'subscribe']],
    ['no account in WeCom', { recipient: { wecom: false } }, ['subscribe']],
    ['the company has no WeCom', { roads: { wecom: false } }, ['subscribe']],
    ['WeCom is not wanted', { recipient: { wants: { ...wants, wecom: false } } }, ['subscribe']],
    ['no openid', { recipient: { subscribe: false } }, ['wecom']],
    ['no tap left', { recipient: { credits: { progress: 0, task: 3 } } }, ['wecom']],
    ['never tapped', { recipient: { credits: {} } }, ['wecom']],
    ['the template is missing or refused', { roads: { templates: new Set(['task']) } }, ['wecom']],
    [
      'subscribe messages are not wanted',
      { recipient: { wants: { ...wants, subscribe: false } } },
      ['wecom'],
    ],
    ['no address for mail', { message: digest, recipient: { email: false } }, ['wecom', 'subscribe']],
    ['the company has no mail', { message: digest, roads: { email: false } }, ['wecom', 'subscribe']],
    [
      'mail is not wanted',
      { message: digest, recipient: { wants: { ...wants, email: false } } },
      ['wecom', 'subscribe'],
    ],
    ['a candidate, who is no colleague', { message: { seat: 'candidate' } }, ['subscribe']],
  ])('%s', (_when, parts, channels) => {
    expect(decide(parts)).toEqual({ kind: 'send', channels })
  })
})

describe('disturbs nobody', () => {
  it.each<[string, Parameters<typeof decide>[0], string]>([
    ['when it is read already', { message: { read: true } }, 'read'],
    ['when it is so no longer', { message: { pointless: true } }, 'pointless'],
    ['after 72 hours', { now: at('2026-11-26T11:59') }, 'too-late'],
    ['when no channel is open', { recipient: { wecom: false, subscribe: false } }, 'no-channel'],
    ['when the table names no channel', { message: { event: 'paused' } }, 'too-late'],
    ['when the table does not tell this seat', { message: { seat: 'manager' } }, 'no-channel'],
  ])('%s', (_when, parts, reason) => {
    expect(decide(parts)).toEqual({ kind: 'drop', reason })
  })

  it('is still sent in the minute before 72 hours are over', () => {
    expect(decide({ now: at('2026-11-26T11:58') })).toMatchObject({ kind: 'send' })
  })
})

describe('quiet hours', () => {
  const waits = (parts: Parameters<typeof decide>[0]) => {
    const decision = decide(parts)
    return decision.kind === 'wait' ? decision.until : decision
  }

  it.each([
    ['at 22:00', '2026-11-23T22:00', '2026-11-24T08:00'],
    ['at 7:59', '2026-11-24T07:59', '2026-11-24T08:00'],
  ])('are waited for %s, and half an hour at most', (_when, now, end) => {
    const until = waits({ now: at(now) })
    expect(until).toBeInstanceOf(Date)
    expect(until).toEqual(expect.any(Date))
    const minutes = ((until as Date).getTime() - at(end).getTime()) / 60_000
    expect(minutes).toBeGreaterThanOrEqual(0)
    expect(minutes).toBeLessThan(30)
  })

  it.each([
    ['at 21:59', '2026-11-23T21:59'],
    ['at 8:00', '2026-11-24T08:00'],
  ])('are over %s', (_when, now) => {
    expect(decide({ now: at(now) })).toMatchObject({ kind: 'send' })
  })

  it('are never for somebody who wants none', () => {
    expect(decide({ now: at('2026-11-23T23:00'), recipient: { quiet: { from: 0, to: 0 } } })).toMatchObject({
      kind: 'send',
    })
  })

  it('end in the few minutes that somebody leaves open', () => {
    const quiet = { from: 8 * 60 + 5, to: 8 * 60 }
    const until = waits({ now: NOON, recipient: { quiet } })
    expect(decide({ now: until as Date, recipient: { quiet } })).toMatchObject({ kind: 'send' })
  })

  it('are not waited for when nothing is open anyway', () => {
    expect(decide({ now: at('2026-11-23T23:00'), roads: { wecom: false, templates: new Set() } })).toEqual({
      kind: 'drop',
      reason: 'no-channel',
    })
  })
})

it('finds a way for each notice of the table, or the inbox is all there is', () => {
  for (const event of NOTICE_EVENTS)
    for (const seat of NOTICE_SEATS) {
      const notice = noticeFor(event, seat)
      const kind = notice && notice.channels.length > 0 ? 'send' : 'drop'
      expect({ event, seat, kind: decide({ message: { event, seat } }).kind }).toEqual({ event, seat, kind })
    }
})
