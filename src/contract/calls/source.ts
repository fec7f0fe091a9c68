import * as v from 'valibot'
import { defineCall } from '../call'
import { id, moment, requestId, seat, stage, text } from '../fields'
import { SOURCE_WORDS_LIMIT } from '@/domain/attribution/words'
import { STAGE_TEXT_LIMIT } from '@/domain/stage-texts'

const colleague = v.object({ name: v.string(), department: v.string() })

/** One line of the attribution log, in the words of the seat it is read from. */
const logEntry = v.object({ id, at: moment, words: v.string() })

/** A claim or an objection that a recruiter has to decide. */
export const openClaim = v.object({
  /** The event that raised it. */
  id,
  kind: v.picklist(['claimed', 'objected']),
  /** Null: an objection about an invitation that has led to no application. */
  applicationId: v.nullable(id),
  candidate: v.nullable(v.string()),
  job: v.nullable(v.string()),
  /** Who raised it: the candidate's own name, or the colleague's. */
  by: v.nullable(v.string()),
  words: v.nullable(v.string()),
  owner: v.nullable(colleague),
  at: moment,
})
export type OpenClaim = v.InferOutput<typeof openClaim>

export const explanation = v.object({
  /** The decision that was frozen when the candidate applied, and why. */
  sentences: v.array(v.string()),
  /** Who owns it now; null when nobody does, and for a referrer when it is somebody else. */
  owner: v.nullable(colleague),
  /** For a referrer: it is them. */
  mine: v.boolean(),
  protectedUntil: v.nullable(moment),
  /** Calendar days in Asia/Shanghai; 0 when it is over. */
  daysLeft: v.number(),
  /** It ended without a hire and its protection is over: the former owner may refer again. */
  again: v.boolean(),
  /** Append-only: claims, objections, decisions, transfers. */
  log: v.array(logEntry),
  /** The candidate may say that it was somebody else; the referrer may object, once. */
  mayClaim: v.boolean(),
  mayObject: v.boolean(),
  /** For recruiters: what waits for a decision. */
  claims: v.array(openClaim),
})
export type Explanation = v.InferOutput<typeof explanation>

export const applicationExplain = defineCall({
  name: 'application.explain',
  summary:
    'Why this referral belongs to whom, in sentences for the seat it is seen from, with protection and log.',
  input: v.strictObject({ as: seat, id }),
  output: explanation,
  errors: ['not-found'],
})

export const applicationClaimSource = defineCall({
  name: 'application.claimSource',
  summary: 'The candidate says that it was somebody else. Kept beside the record until a recruiter decides.',
  input: v.strictObject({ requestId, id, words: text(SOURCE_WORDS_LIMIT) }),
  output: v.object({ at: moment }),
  errors: ['not-found', 'already-claimed', 'text-refused'],
})

export const referralObject = defineCall({
  name: 'referral.object',
  summary:
    'An employee objects to how one of their referrals was credited, once per referral. Answers the same whatever became of it.',
  input: v.strictObject({
    requestId,
    kind: v.picklist(['invitation', 'application']),
    id,
    words: text(SOURCE_WORDS_LIMIT),
  }),
  output: v.object({ at: moment }),
  errors: ['not-found', 'already-claimed', 'text-refused'],
})

export const claimList = defineCall({
  name: 'claim.list',
  summary: 'Claims and objections that wait for a decision, the oldest first.',
  input: v.strictObject({}),
  output: v.object({ claims: v.array(openClaim) }),
  errors: [],
})

export const applicationRuleSource = defineCall({
  name: 'application.ruleSource',
  summary:
    'A recruiter decides who owns a referral, with a reason. The frozen facts stay; every open claim on it is answered.',
  input: v.strictObject({
    requestId,
    id,
    owner: v.variant('kind', [
      v.strictObject({ kind: v.literal('keep') }),
      v.strictObject({ kind: v.literal('nobody') }),
      v.strictObject({ kind: v.literal('employee'), employeeId: id }),
    ]),
    reason: text(SOURCE_WORDS_LIMIT),
  }),
  output: v.object({ owner: v.nullable(colleague) }),
  errors: ['not-found', 'own-referral', 'owner-impossible', 'text-refused'],
})

export const applicationTransfer = defineCall({
  name: 'application.transfer',
  summary:
    'Move a candidate to another job. Owner and protection date stay (product.md, clause 4); the process goes on from screening.',
  input: v.strictObject({
    requestId,
    id,
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    jobId: id,
    candidateText: text(STAGE_TEXT_LIMIT),
    referrerText: text(STAGE_TEXT_LIMIT),
    reason: v.nullable(text(300)),
  }),
  output: v.object({ stage, version: v.number() }),
  errors: [
    'not-found',
    'stage-conflict',
    'stage-impossible',
    'already-applied',
    'job-closed',
    'text-refused',
  ],
})

export const employeeFind = defineCall({
  name: 'employee.find',
  summary: 'Active colleagues by the beginning of their name or employee number, at most ten.',
  input: v.strictObject({ text: text(30) }),
  output: v.object({
    employees: v.array(
      v.object({ id, name: v.string(), department: v.string(), employeeNumber: v.string() }),
    ),
  }),
  errors: [],
})
