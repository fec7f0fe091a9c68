import type { NoticeChannel, NoticeEvent, NoticeSeat, Template } from './event'

/**
 * How one person is told of one event. Over the first of `channels` that is open for them: one thing is said once.
 * `hours`: after so many it is not worth disturbing anybody any more, the inbox has it.
 */
export type Notice = { channels: readonly NoticeChannel[]; template: Template | null; hours: number }

const COLLEAGUE: readonly NoticeChannel[] = ['wecom', 'subscribe']
const CANDIDATE: readonly NoticeChannel[] = ['subscribe']
/** A recruiter's day begins with a list that can be read at the desk. */
const LIST: readonly NoticeChannel[] = ['email', 'wecom', 'subscribe']
/** Worth knowing, not worth a disturbance. */
const INBOX_ONLY: Notice = { channels: [], template: null, hours: 0 }

const progress = (channels: readonly NoticeChannel[]): Notice => ({
  channels,
  template: 'progress',
  hours: 72,
})
const answer: Notice = { channels: COLLEAGUE, template: 'answer', hours: 72 }
const task = (hours: number): Notice => ({ channels: COLLEAGUE, template: 'task', hours })

/**
 * What is told to whom, and how: the only place it is written. What it says stands in `words.ts`. Whoever has no entry
 * is not told.
 */
export const NOTICES: Record<NoticeEvent, Partial<Record<NoticeSeat, Notice>>> = {
  invited: { candidate: { channels: CANDIDATE, template: 'answer', hours: 72 } },
  'invitation-opened': { referrer: INBOX_ONLY },
  'invitation-accepted': { referrer: answer },
  'invitation-declined': { referrer: answer },
  'text-stopped': { referrer: answer },
  applied: { candidate: INBOX_ONLY, referrer: progress(COLLEAGUE), recruiter: task(24) },
  'stage-moved': { candidate: progress(CANDIDATE), referrer: progress(COLLEAGUE) },
  ended: { candidate: progress(CANDIDATE), referrer: progress(COLLEAGUE), recruiter: INBOX_ONLY },
  'owner-changed': { candidate: INBOX_ONLY, referrer: progress(COLLEAGUE) },
  'job-changed': { candidate: progress(CANDIDATE), referrer: progress(COLLEAGUE), recruiter: task(24) },
  'source-claimed': { recruiter: task(72) },
  'source-objected': { recruiter: task(72) },
  paused: { referrer: INBOX_ONLY, recruiter: task(24) },
  resumed: { referrer: INBOX_ONLY, recruiter: task(24) },
  nudged: { recruiter: task(24) },
  escalated: { recruiter: task(48), manager: task(48) },
  digest: {
    candidate: { channels: CANDIDATE, template: 'progress', hours: 24 },
    referrer: { channels: COLLEAGUE, template: 'progress', hours: 24 },
    recruiter: { channels: LIST, template: 'task', hours: 24 },
  },
}

/** How somebody in this seat is told, or null when they are not. */
export function noticeFor(event: NoticeEvent, seat: NoticeSeat): Notice | null {
  return NOTICES[event][seat] ?? null
}
