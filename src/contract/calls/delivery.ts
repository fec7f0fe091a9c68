import * as v from 'valibot'
import { NOTICE_EVENTS, TEMPLATES } from '@/domain/notices/event'
import { defineCall } from '../call'
import { id, moment, requestId } from '../fields'

/** A message that did not reach anybody, with why. Nothing of what it said, and not to whom. */
export const deadLetter = v.object({
  id,
  kind: v.picklist(['login-code', 'invitation', 'message']),
  event: v.nullable(v.picklist(NOTICE_EVENTS)),
  channel: v.nullable(v.picklist(['sms', 'wecom', 'subscribe', 'email'])),
  /** A code such as `timeout`, `47003` or `unconfirmed`. */
  reason: v.nullable(v.string()),
  /** The same for people: what happened, and what to do. */
  words: v.string(),
  attempts: v.number(),
  at: moment,
  /** False when its words are gone or it is over: it can only be looked at. */
  resendable: v.boolean(),
})
export type DeadLetter = v.InferOutput<typeof deadLetter>

export const deliveryList = defineCall({
  name: 'delivery.list',
  summary: 'What could not be delivered, newest first, and what an administrator has to look after.',
  input: v.strictObject({ after: v.optional(v.pipe(v.string(), v.maxLength(100))) }),
  output: v.object({
    items: v.array(deadLetter),
    next: v.nullable(v.string()),
    /** How many of the last 7 days: waiting, sent, dropped, dead. */
    counts: v.object({ waiting: v.number(), sent: v.number(), dropped: v.number(), dead: v.number() }),
    /** Sentences: holidays that are not known, a template that is missing or refused. Empty while all is well. */
    warnings: v.array(
      v.object({
        kind: v.picklist(['calendar', 'template-missing', 'template-refused', 'sms-refused']),
        template: v.nullable(v.picklist(TEMPLATES)),
        words: v.string(),
      }),
    ),
  }),
  errors: [],
})

export const deliveryResend = defineCall({
  name: 'delivery.resend',
  summary: '重发: try a dead letter once more from the beginning.',
  input: v.strictObject({ requestId, id }),
  output: v.object({ state: v.picklist(['waiting', 'sent', 'dropped', 'dead']) }),
  errors: ['not-found'],
})
