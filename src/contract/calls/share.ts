import * as v from 'valibot'
import { OWN_CHANNELS, SHARE_NAME_LIMIT, SHARE_TITLE_LIMIT } from '@/domain/own-share'
import { CHANNELS } from '@/domain/share'
import { defineCall } from '../call'
import { id, moment, requestId, text, token, visitor } from '../fields'
import { landing } from './invitation'
import { jobCard, jobDetail } from './job'

const channel = v.picklist(CHANNELS)
const ownChannel = v.picklist(OWN_CHANNELS)
const colleague = v.object({ name: v.string(), department: v.string() })
const jobName = v.object({ id, title: v.string(), city: v.string() })

/**
 * How many people a share brought how far. Null where it is fewer than three: so few are not broken down, because their
 * colleague would know who they are.
 */
export const shareCounts = v.object({
  opened: v.nullable(v.number()),
  accepted: v.nullable(v.number()),
  applied: v.nullable(v.number()),
  interviewed: v.nullable(v.number()),
  hired: v.nullable(v.number()),
})
export type ShareCounts = v.InferOutput<typeof shareCounts>

/** A share as the employee sees it who made it. */
export const ownShare = v.object({
  id,
  channel: ownChannel,
  /** What its owner calls it: 朋友圈, 校招群. */
  name: v.nullable(v.string()),
  /** The words of a card, as its owner wrote them. */
  title: v.nullable(v.string()),
  /** Null: all open jobs. */
  job: v.nullable(jobName),
  token,
  link: v.string(),
  /** Of the channel `code` only: eight characters, to be spoken or typed. */
  code: v.nullable(v.string()),
  createdAt: moment,
})
export type OwnShare = v.InferOutput<typeof ownShare>

export const shareCreate = defineCall({
  name: 'share.create',
  summary:
    'A share of mine for a channel, a job (or all) and a name. The same again gives the same share back; a title is kept anew.',
  input: v.strictObject({
    requestId,
    channel: ownChannel,
    jobId: v.nullable(id),
    name: v.nullable(text(SHARE_NAME_LIMIT)),
    title: v.nullable(text(SHARE_TITLE_LIMIT)),
  }),
  output: v.object({ share: ownShare, already: v.boolean() }),
  errors: ['not-found', 'job-closed', 'intern-may-not-refer', 'rate-limited', 'text-refused'],
})

export const shareRenew = defineCall({
  name: 'share.renew',
  summary:
    'A new referral code for me. The old one ends: whoever came by it before stays, nobody comes by it any more.',
  input: v.strictObject({ requestId }),
  output: v.object({ share: ownShare }),
  errors: ['intern-may-not-refer', 'rate-limited'],
})

export const shareEnd = defineCall({
  name: 'share.end',
  summary: 'End a share of mine, such as a poster that hangs where it should not.',
  input: v.strictObject({ requestId, id }),
  output: v.object({ endedAt: moment }),
  errors: ['not-found'],
})

export const shareList = defineCall({
  name: 'share.list',
  summary: 'My living shares with what they brought, the newest first.',
  input: v.strictObject({}),
  output: v.object({ shares: v.array(v.object({ ...ownShare.entries, counts: shareCounts })) }),
  errors: [],
})

export const sharePoster = defineCall({
  name: 'share.poster',
  summary:
    'What a poster of mine shows, with its code: a 小程序码 inside WeChat, on the web the text of a QR code.',
  input: v.strictObject({ id }),
  output: v.object({
    company: v.string(),
    referrer: colleague,
    job: v.nullable(jobDetail),
    /** For a poster of all open jobs: their titles, at most five. */
    jobTitles: v.array(v.string()),
    code: v.variant('kind', [
      v.object({ kind: v.literal('qr'), text: v.string() }),
      v.object({ kind: v.literal('image'), base64: v.string(), contentType: v.string() }),
    ]),
  }),
  errors: ['not-found', 'share-ended'],
})
export type Poster = v.InferOutput<typeof sharePoster.output>

/** Where a card, poster, code or link leads: to who recommends, and to one job or all open ones. */
export const shareLanding = v.object({
  kind: v.literal('share'),
  company: v.string(),
  channel: ownChannel,
  referrer: colleague,
  job: v.nullable(jobDetail),
  /** The jobs that take referrals now, when the share is for none of them or its own has closed. */
  jobs: v.array(jobCard),
  /** The caller is who made it. */
  own: v.boolean(),
  /** Set once the caller has applied for its job. */
  applicationId: v.nullable(id),
  /** Invitations that wait for the caller's proven number. */
  invitationsWaiting: v.number(),
})
export type ShareLanding = v.InferOutput<typeof shareLanding>

export const shareOpen = defineCall({
  name: 'share.open',
  summary: 'What a token leads to. Notes the touch and marks a waiting invitation as opened. No login.',
  input: v.strictObject({
    token,
    visitor: v.optional(v.nullable(visitor), null),
    /** WeChat's scene value of this start (1047: scanned a 小程序码, 1007: a card in a chat …). */
    scene: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))), null),
  }),
  output: v.variant('kind', [landing, shareLanding]),
  errors: ['share-unknown', 'share-ended'],
})

export const shareFindCode = defineCall({
  name: 'share.findCode',
  summary: 'The token behind a spoken or typed referral code; case, spaces and look-alikes are understood.',
  input: v.strictObject({ code: v.pipe(v.string(), v.minLength(1), v.maxLength(60)) }),
  output: v.object({ token }),
  errors: ['share-unknown', 'share-ended'],
})

export const shareReport = defineCall({
  name: 'share.report',
  summary: 'Tell the company that this code was bought. Once per visitor and share.',
  input: v.strictObject({ requestId, token, visitor: v.optional(v.nullable(visitor), null) }),
  output: v.object({}),
  errors: ['share-unknown'],
})

/** A share that brought many strangers and few people whom its owner knows, or that was reported as sold. */
export const suspiciousShare = v.object({
  id,
  channel,
  name: v.nullable(v.string()),
  job: v.nullable(jobName),
  referrer: colleague,
  visitors: v.number(),
  applications: v.number(),
  endorsed: v.number(),
  reports: v.number(),
  lastAt: v.nullable(moment),
})
export type SuspiciousShare = v.InferOutput<typeof suspiciousShare>

export const shareSuspicious = defineCall({
  name: 'share.suspicious',
  summary:
    'Shares of the last weeks that may be for sale: many unrelated visitors and few endorsements, or reports.',
  input: v.strictObject({}),
  output: v.object({ shares: v.array(suspiciousShare) }),
  errors: [],
})
