import * as v from 'valibot'
import { POLICY } from '@/domain/policy'
import { defineCall } from '../call'
import { id, moment, requestId, text } from '../fields'

export const PAUSE_REASON_LIMIT = 120

export const referralNudge = defineCall({
  name: 'referral.nudge',
  summary: '催一下: the answer is late, and its referrer says so. Once in three working days for a referral.',
  input: v.strictObject({ requestId, id }),
  output: v.object({
    at: moment,
    /** It went to somebody beside the recruiter too. */
    escalated: v.boolean(),
    /** From when on they may nudge again. */
    from: moment,
  }),
  errors: ['not-found', 'not-late', 'nudged-recently'],
})

export const applicationPause = defineCall({
  name: 'application.pause',
  summary: 'The candidate asks for time: the clock of the stage stands still for so many calendar days.',
  input: v.strictObject({
    requestId,
    id,
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(POLICY.pauseDays)),
    reason: v.nullable(text(PAUSE_REASON_LIMIT)),
  }),
  output: v.object({ until: moment, dueAt: moment }),
  errors: ['not-found', 'pause-impossible', 'text-refused'],
})

export const applicationResume = defineCall({
  name: 'application.resume',
  summary: 'The candidate is ready again: the clock of the stage goes on.',
  input: v.strictObject({ requestId, id }),
  output: v.object({ dueAt: v.nullable(moment) }),
  errors: ['not-found', 'pause-impossible'],
})
