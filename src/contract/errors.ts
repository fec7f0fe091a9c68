/**
 * Every failure a caller can meet: when it is thrown, and what the caller does next. The HTTP status follows the code.
 * What people read stands in `words.ts`.
 */
export const ERROR_STATUS = {
  /** The input has a wrong type, an unknown field or a value out of range. Correct it; trying again changes nothing. */
  'bad-input': 400,
  /** No session, or one that ended. Prove the phone number, then call again. */
  unauthenticated: 401,
  /** The caller's role may not make this call. */
  forbidden: 403,
  /** No such record, or none that this caller may know of. */
  'not-found': 404,
  /** The body is over 100 KB (10 MB for a file). Make it smaller. */
  'too-large': 413,
  /** Too many in too short a time. Wait `retryAfter` seconds. */
  'rate-limited': 429,
  /** A failure of ours; the cause is in the log under the request. Trying again later is safe. */
  internal: 500,
  /** The database or a door is away for the moment. Try again with the same request id after `retryAfter` seconds. */
  unavailable: 503,
  /** The text is no phone number. Correct it. */
  'phone-invalid': 400,
  /** A referrer typed their own number. */
  'self-referral': 409,
  /** The job takes no referrals or applications (any more). Choose another. */
  'job-closed': 409,
  /** The number is in process or protected. Never says whose it is or how far it got (product.md, clause 6). */
  'candidate-protected': 409,
  /** The policy lets no interns refer. */
  'intern-may-not-refer': 403,
  /** The token opens nothing: damaged, foreign or never made. Show open jobs. */
  'share-unknown': 404,
  /** The invitation has expired, was revoked or erased; the share was ended, or whoever made it has left. Show open jobs. */
  'share-ended': 410,
  /** The invitation was already answered the other way. Load it again. */
  'invitation-answered': 409,
  /** The proven number is not the one the invitation was made for. */
  'not-addressee': 403,
  /** The code is wrong; `triesLeft` says how many tries remain. */
  'code-wrong': 400,
  /** The code is over: older than 5 minutes, used, or tried 5 times. Ask for another. */
  'code-ended': 410,
  /** There is an active application of this candidate for this job. Show it. */
  'already-applied': 409,
  /** By its content the file is no pdf, doc or docx. */
  'file-kind': 415,
  /** The candidate has said so before, or the employee has objected once: a recruiter decides. */
  'already-claimed': 409,
  /** The caller owns this referral, or would: another recruiter decides. */
  'own-referral': 409,
  /** Nobody may own this referral who is its candidate, recruits for or manages its job, or has left (clause 5). */
  'owner-impossible': 409,
  /** The answer is not late yet, or the clock is paused: there is nothing to nudge about. */
  'not-late': 409,
  /** This referral was nudged a short time ago. Wait `retryAfter` seconds. */
  'nudged-recently': 409,
  /** The process has ended, has no due time, or is paused already. Load it again. */
  'pause-impossible': 409,
  /** The file is empty or larger than 10 MB. */
  'file-size': 413,
  /** Somebody else moved the application first. Load it again. */
  'stage-conflict': 409,
  /** The transition table has no such move. */
  'stage-impossible': 409,
  /** A step back or a reopening came without a reason. */
  'reason-required': 400,
  /** The platform's content check refused the text. Write it differently. */
  'text-refused': 422,
  /** WeChat did not confirm the phone number (code used, expired or another user's). Tap again. */
  'wechat-refused': 400,
} as const

export type ErrorCode = keyof typeof ERROR_STATUS

export type ErrorDetails = { retryAfter?: number; triesLeft?: number; field?: string }

/** The one error that carries a code to the caller. Its message is for developers and never holds personal data. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string = code,
    readonly details: ErrorDetails = {},
  ) {
    super(message)
    this.name = 'AppError'
  }
}

export const ERROR_CODES = Object.keys(ERROR_STATUS) as ErrorCode[]

/** Codes that any call may answer with. */
export const COMMON_ERRORS = [
  'bad-input',
  'unauthenticated',
  'forbidden',
  'too-large',
  'internal',
  'unavailable',
] as const satisfies readonly ErrorCode[]
