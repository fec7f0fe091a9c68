/** What happens that somebody is told about. Everything the clock notices by itself goes into one `digest` a day. */
export const NOTICE_EVENTS = [
  'invited',
  'invitation-opened',
  'invitation-accepted',
  'invitation-declined',
  'text-stopped',
  'applied',
  'stage-moved',
  'ended',
  'owner-changed',
  'job-changed',
  'source-claimed',
  'source-objected',
  'paused',
  'resumed',
  'nudged',
  'escalated',
  'digest',
] as const
export type NoticeEvent = (typeof NOTICE_EVENTS)[number]

/** In which part somebody is told. `manager`: of the job, who reads what is asked of them and opens nothing. */
export const NOTICE_SEATS = ['candidate', 'referrer', 'recruiter', 'manager'] as const
export type NoticeSeat = (typeof NOTICE_SEATS)[number]

/**
 * Ways to reach somebody who is not looking. The inbox is not one of them: it holds everything, always. Texts are not
 * either: they carry invitations and login codes only. product.md, "How an invitation travels".
 */
export const CHANNELS = ['wecom', 'subscribe', 'email'] as const
export type NoticeChannel = (typeof CHANNELS)[number]

/** The subscribe-message templates of a company; their ids and field names are configuration. */
export const TEMPLATES = ['progress', 'answer', 'task'] as const
export type Template = (typeof TEMPLATES)[number]

/** What a line of a digest says. */
export const DIGEST_KINDS = [
  'still',
  'unanswered',
  'late',
  'due-today',
  'protection-ending',
  'lapsed',
  'invitation-expired',
] as const
export type DigestKind = (typeof DIGEST_KINDS)[number]
