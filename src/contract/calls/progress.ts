import * as v from 'valibot'
import { defineCall } from '../call'
import {
  calendar,
  id,
  invitationStatus,
  moment,
  relation,
  requestId,
  resumeKind,
  seat,
  stage,
  text,
} from '../fields'
import { waitingInvitation } from './invitation'
import { STAGE_TEXT_LIMIT } from '@/domain/stage-texts'

export const FILTERS = ['all', 'waiting', 'active', 'late', 'ended'] as const
export type ProgressFilter = (typeof FILTERS)[number]

/** One line in a list: an invitation that has led to no application yet, or an application. */
export const progressItem = v.object({
  kind: v.picklist(['invitation', 'application']),
  id,
  /** The candidate's name once they gave it; null before, and after erasure. */
  name: v.nullable(v.string()),
  /** Only for the referrer who typed it, and for recruiters. */
  maskedPhone: v.nullable(v.string()),
  job: v.nullable(v.object({ id, title: v.string(), city: v.string() })),
  /** Set for an application. */
  stage: v.nullable(stage),
  round: v.number(),
  /** Set for an invitation. */
  invitationStatus: v.nullable(invitationStatus),
  dueAt: v.nullable(moment),
  protectedUntil: v.nullable(moment),
  /** Who answers for the current stage. */
  handler: v.nullable(v.string()),
  /** Who referred, as the candidate and the recruiter may see it; null for the referrer's own list. */
  referrer: v.nullable(v.string()),
  relation: v.nullable(relation),
  /** For the referrer's list: it is theirs now. False when a recruiter has decided otherwise. */
  mine: v.boolean(),
  /** The candidate asked to be waited for until then. */
  pausedUntil: v.nullable(moment),
  /** For recruiters: when the referrer nudged last about this stage. */
  nudgedAt: v.nullable(moment),
  /** For recruiters: how often they have nudged about this stage; 0 for everybody else. */
  nudges: v.number(),
  /** It ended without a hire and its protection is over: the former owner may refer again. */
  again: v.boolean(),
  changedAt: moment,
})
export type ProgressItem = v.InferOutput<typeof progressItem>

export const progressList = defineCall({
  name: 'progress.list',
  summary:
    'My referrals or my applications, the newest change first; or (recruiters) all applications: nudged ones, late ones, the rest.',
  input: v.strictObject({
    as: seat,
    filter: v.optional(v.picklist(FILTERS), 'all'),
    /** `next` of the page before. */
    after: v.optional(v.pipe(v.string(), v.maxLength(100))),
  }),
  output: v.object({
    items: v.array(progressItem),
    counts: v.object({
      all: v.number(),
      waiting: v.number(),
      active: v.number(),
      late: v.number(),
      ended: v.number(),
    }),
    /** For the candidate's seat: what waits for an answer. */
    invitations: v.array(waitingInvitation),
    next: v.nullable(v.string()),
    calendar,
    now: moment,
  }),
  errors: [],
})

export const timelineEvent = v.object({
  id,
  at: moment,
  from: v.nullable(stage),
  to: stage,
  round: v.number(),
  /** The text for this seat. */
  text: v.nullable(v.string()),
  /** Only for recruiters. */
  internal: v.nullable(
    v.object({
      by: v.nullable(v.string()),
      candidateText: v.nullable(v.string()),
      referrerText: v.nullable(v.string()),
      note: v.nullable(v.string()),
      reason: v.nullable(v.string()),
    }),
  ),
})

export const timeline = v.object({
  id,
  /** Grows with every move; `stage.move` sends it back, so that the slower of two recruiters is told. */
  version: v.number(),
  company: v.string(),
  name: v.nullable(v.string()),
  maskedPhone: v.nullable(v.string()),
  job: v.object({ id, title: v.string(), city: v.string(), department: v.string() }),
  stage,
  round: v.number(),
  appliedAt: moment,
  dueAt: v.nullable(moment),
  endedAt: v.nullable(moment),
  protectedUntil: moment,
  /** Who owns the referral now: for the candidate and the recruiter whoever it is, for the referrer only themselves. */
  owner: v.nullable(v.object({ name: v.string(), department: v.string() })),
  handler: v.nullable(v.string()),
  events: v.array(timelineEvent),
  /** The candidate's own words and file: for the candidate and recruiters only. */
  note: v.nullable(v.string()),
  resume: v.nullable(resumeKind),
  /** The endorsement: for the referrer and recruiters; the candidate read it in the invitation. */
  relation: v.nullable(relation),
  line: v.nullable(v.string()),
  /** The clock stands still: the candidate asked for time. Their reason is for themselves and recruiters. */
  paused: v.nullable(v.object({ until: moment, reason: v.nullable(v.string()) })),
  /** For the owner: whether they may nudge now, and if not, from when on; null for everybody else. */
  nudge: v.nullable(
    v.object({
      allowed: v.boolean(),
      from: v.nullable(moment),
      count: v.number(),
      lastAt: v.nullable(moment),
    }),
  ),
  /**
   * Nudges about this stage, the oldest first. Recruiters read who nudged; the owner only of their own, with `by` null;
   * empty for everybody else. `escalated`: it went to somebody beside the recruiter too.
   */
  nudges: v.array(v.object({ at: moment, by: v.nullable(v.string()), escalated: v.boolean() })),
  calendar,
  /** The cloud's time: due times are counted from it, whatever the clock of the device says. */
  now: moment,
})
export type Timeline = v.InferOutput<typeof timeline>

export const progressGet = defineCall({
  name: 'progress.get',
  summary: 'One application with its timeline, in the words of the seat it is seen from.',
  input: v.strictObject({ as: seat, id }),
  output: timeline,
  errors: ['not-found'],
})

export const progressSync = defineCall({
  name: 'progress.sync',
  summary:
    'What changed for me since the cursor, each change exactly once. Without a cursor: the cursor of now.',
  input: v.strictObject({
    cursor: v.nullable(v.pipe(v.string(), v.maxLength(2000), v.regex(/^\d{1,20}:\d{1,20}:[\d,]*$/))),
  }),
  output: v.object({
    cursor: v.string(),
    changed: v.array(v.object({ kind: v.picklist(['invitation', 'application']), id })),
    /** The cursor is from another life of the database: load everything again. */
    reset: v.boolean(),
    /** Messages not read yet, at most 100. */
    unread: v.number(),
  }),
  errors: [],
})

export const stageMove = defineCall({
  name: 'stage.move',
  summary:
    'Move an application, with a text for each side. Compare and set: the version must be the one that was seen.',
  input: v.strictObject({
    requestId,
    id,
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    to: stage,
    candidateText: text(STAGE_TEXT_LIMIT),
    referrerText: text(STAGE_TEXT_LIMIT),
    internalNote: v.nullable(text(1000)),
    reason: v.nullable(text(300)),
  }),
  output: v.object({ stage, round: v.number(), version: v.number(), dueAt: v.nullable(moment) }),
  errors: ['not-found', 'stage-conflict', 'stage-impossible', 'reason-required', 'text-refused'],
})
