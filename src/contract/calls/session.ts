import * as v from 'valibot'
import { defineCall } from '../call'
import { typedPhone, visitor } from '../fields'
import { me } from './me'

export const sessionStart = defineCall({
  name: 'session.start',
  summary: 'Send a 6-digit code to a phone number. Answers the same whether the number is known or not.',
  input: v.strictObject({ phone: typedPhone }),
  output: v.object({ expiresIn: v.number(), retryAfter: v.number() }),
  errors: ['phone-invalid', 'rate-limited'],
})

export const sessionVerify = defineCall({
  name: 'session.verify',
  summary: 'Prove a phone number with its code: 5 minutes, 5 tries. Opens a web session.',
  input: v.strictObject({
    phone: typedPhone,
    code: v.pipe(v.string(), v.regex(/^\d{6}$/)),
    /** What this browser touched before is this person's from now on. */
    visitor: v.optional(v.nullable(visitor), null),
  }),
  output: v.object({ token: v.string(), me }),
  errors: ['phone-invalid', 'code-wrong', 'code-ended'],
})

export const sessionEnd = defineCall({
  name: 'session.end',
  summary: 'End this web session.',
  input: v.strictObject({}),
  output: v.object({}),
  errors: [],
})
