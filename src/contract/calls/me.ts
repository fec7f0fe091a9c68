import * as v from 'valibot'
import { defineCall } from '../call'
import { id, requestId } from '../fields'
import { ROLES } from '../roles'
import { TEMPLATES } from '@/domain/notices/event'

/** Who is calling, as the caller may see it. `id` is null for a visitor: somebody without a proven number. */
export const me = v.object({
  id: v.nullable(id),
  roles: v.array(v.picklist(ROLES)),
  maskedPhone: v.nullable(v.string()),
  employee: v.nullable(v.object({ name: v.string(), department: v.string(), mayRefer: v.boolean() })),
  company: v.string(),
  /** Invitations addressed to the proven number that wait for an answer. */
  invitationsWaiting: v.number(),
  /** Messages not read yet, at most 100. */
  unread: v.number(),
  /**
   * The subscribe-message templates of the company, so that they are there when somebody taps; without those that
   * WeChat refuses. `always`: what WeChat answers by itself for this person.
   */
  templates: v.array(
    v.object({
      key: v.picklist(TEMPLATES),
      id: v.string(),
      always: v.nullable(v.picklist(['accept', 'reject'])),
    }),
  ),
})
export type Me = v.InferOutput<typeof me>

export const meGet = defineCall({
  name: 'me.get',
  summary: 'Who am I: roles, masked number, company, invitations waiting for me.',
  input: v.strictObject({}),
  output: me,
  errors: [],
})

export const meBindPhone = defineCall({
  name: 'me.bindPhone',
  summary: 'Prove a phone number with the code of WeChat’s phone authorisation. Only inside WeChat.',
  input: v.strictObject({ requestId, code: v.pipe(v.string(), v.minLength(1), v.maxLength(256)) }),
  output: me,
  errors: ['wechat-refused'],
})

export const meErase = defineCall({
  name: 'me.erase',
  summary:
    'Remove my number, name and files; active applications end. Countable facts stay. Ends all my sessions.',
  input: v.strictObject({ requestId }),
  output: v.object({ applications: v.number(), files: v.number() }),
  errors: [],
})
