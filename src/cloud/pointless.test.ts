import {
  NOTICE_EVENTS,
  NOTICE_SEATS,
  type DigestKind,
  type NoticeEvent,
  type NoticeSeat,
} from '@/domain/notices/event'
import { noticeFor } from '@/domain/notices/table'
import { isPointless } from './pointless'
import type { DigestItemRow, MessageRow, SubjectRow } from './store/message-facts'

const AT = '2026-11-23T02:00:00.000Z'
const hoursLater = (hours: number) => new Date(Date.parse(AT) + hours * 3_600_000)

const subject = (more: Partial<SubjectRow> = {}): SubjectRow => ({
  ...{
    kind: 'application',
    id: 'a',
    opens: true,
    name: '周宁',
    phoneEnc: null,
    job: '高级前端工程师',
    fromJob: null,
  },
  ...{ colleague: null, mine: true, cause: null, stage: 'review', round: 1, text: null, dueAt: null },
  ...{ pausedUntil: null, pausedNow: null, nudges: 1, status: null, since: AT },
  ...{ moved: false, decided: false, ended: false, erased: false },
  ...more,
})

/** As it is right after it was written. */
const FRESH: Partial<Record<NoticeEvent, Partial<SubjectRow>>> = {
  invited: { status: 'waiting' },
  'invitation-opened': { status: 'opened' },
  'invitation-accepted': { status: 'accepted' },
  'invitation-declined': { status: 'declined' },
  'text-stopped': { status: 'waiting' },
  paused: { pausedNow: '2026-12-01T02:00:00.000Z' },
}

const message = (event: NoticeEvent, seat: NoticeSeat, about: Partial<SubjectRow> = {}): MessageRow => ({
  ...{ id: 'm', event, seat, at: AT, read: false, total: 0, items: [] },
  reader: { active: seat !== 'candidate', recruits: false, erased: false },
  subject: subject({ ...FRESH[event], ...about }),
})

const item = (kind: DigestKind, about: Partial<SubjectRow> = {}): DigestItemRow => ({
  ...{ kind, seat: 'referrer', stage: 'review', round: 1, since: AT, dueAt: null, subject: subject(about) },
})

const PUSHED = NOTICE_EVENTS.flatMap((event) =>
  NOTICE_SEATS.flatMap((seat) => {
    const hours = noticeFor(event, seat)?.hours ?? 0
    return hours > 0 && event !== 'digest' ? [{ event, seat, hours }] : []
  }),
)

describe.each(PUSHED)('$event for the $seat', ({ event, seat, hours }) => {
  it('is worth it while it is fresh, and not after its hours', () => {
    expect(isPointless(message(event, seat), hoursLater(hours - 0.01))).toBe(false)
    expect(isPointless(message(event, seat), hoursLater(hours))).toBe(true)
  })

  it('is nothing to somebody who left or was erased', () => {
    const fresh = message(event, seat)
    expect(isPointless({ ...fresh, reader: { ...fresh.reader, erased: true } }, hoursLater(1))).toBe(true)
    const gone = { ...fresh, reader: { active: false, recruits: false, erased: false } }
    expect(isPointless(gone, hoursLater(1))).toBe(seat !== 'candidate')
  })

  it('is nothing when its record is gone', () => {
    expect(isPointless({ ...message(event, seat), subject: null }, hoursLater(1))).toBe(true)
  })
})

it.each<[NoticeEvent, NoticeSeat, string, Partial<SubjectRow>, boolean]>([
  ['invited', 'candidate', 'it was opened', { status: 'opened' }, false],
  ['invited', 'candidate', 'it was taken back', { status: 'revoked' }, true],
  [
    'invitation-accepted',
    'referrer',
    'they have applied, which is told by itself',
    { status: 'applied' },
    true,
  ],
  ['invitation-declined', 'referrer', 'the number was erased with it', { erased: true }, false],
  ['text-stopped', 'referrer', 'they found it all the same', { status: 'accepted' }, true],
  ['applied', 'recruiter', 'it was moved', { moved: true }, true],
  ['applied', 'referrer', 'the candidate was erased', { erased: true }, true],
  ['stage-moved', 'candidate', 'it moved on', { moved: true }, true],
  ['ended', 'referrer', 'the candidate gave up and was erased', { stage: 'withdrawn', erased: true }, false],
  [
    'ended',
    'referrer',
    'it was a rejection, and the candidate was erased',
    { stage: 'rejected', erased: true },
    true,
  ],
  ['ended', 'candidate', 'it was reopened', { moved: true }, true],
  ['owner-changed', 'referrer', 'it was decided anew', { decided: true }, true],
  ['owner-changed', 'referrer', 'it moved on', { moved: true }, false],
  ['source-claimed', 'recruiter', 'it was decided', { decided: true }, true],
  ['source-objected', 'recruiter', 'it moved on', { moved: true }, false],
  ['nudged', 'recruiter', 'it was answered', { moved: true }, true],
  ['nudged', 'recruiter', 'the candidate asked for time', { pausedNow: '2026-12-01T02:00:00.000Z' }, true],
  ['nudged', 'recruiter', 'a pause was over before', { pausedNow: '2026-11-20T02:00:00.000Z' }, false],
  ['escalated', 'manager', 'it was answered', { moved: true }, true],
  ['paused', 'recruiter', 'they are ready again', { pausedNow: null }, true],
  ['resumed', 'recruiter', 'they asked for time again', { pausedNow: '2026-12-01T02:00:00.000Z' }, true],
])('%s for the %s, when %s (%j): pointless is %s', (event, seat, _when, about, expected) => {
  expect(isPointless(message(event, seat, about), hoursLater(1))).toBe(expected)
})

it.each<[string, DigestItemRow[], boolean]>([
  ['nothing is left in it', [], true],
  ['a record is gone', [{ ...item('still'), subject: null }], true],
  ['one line is so still', [item('still', { moved: true }), item('late')], false],
  ['the silent referral moved', [item('still', { moved: true })], true],
  ['the late answer was given', [item('late', { moved: true })], true],
  ['the late answer is waited for', [item('late', { pausedNow: '2026-12-01T02:00:00.000Z' })], true],
  ['the list of today goes on', [item('due-today')], false],
  ['the invitation was answered', [item('unanswered', { ended: true })], true],
  ['the protection is somebody else’s', [item('protection-ending', { mine: false })], true],
  ['the protection ends, as the process has', [item('protection-ending', { ended: true })], false],
  ['they may refer again', [item('lapsed', { ended: true })], false],
  ['the process was reopened', [item('lapsed', { moved: true })], true],
  ['an invitation expired', [item('invitation-expired', { ended: true, erased: true })], false],
])('a digest, when %s: pointless is %j', (_when, items, expected) => {
  const digest = { ...message('digest', 'referrer'), subject: null, items, total: items.length }
  expect(isPointless(digest, hoursLater(1))).toBe(expected)
  expect(isPointless(digest, hoursLater(24))).toBe(true)
})
