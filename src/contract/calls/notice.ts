import * as v from 'valibot'
import { TEMPLATES } from '@/domain/notices/event'
import { defineCall } from '../call'
import { requestId } from '../fields'

const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439))

const kept = {
  wecom: v.boolean(),
  subscribe: v.boolean(),
  email: v.boolean(),
  /** As a candidate: a word each week, also when nothing has happened. */
  weekly: v.boolean(),
  /** Minutes of the day in Asia/Shanghai; equal means never quiet. */
  quietFrom: minuteOfDay,
  quietTo: minuteOfDay,
}

/** Texts with invitations; off puts the number on the opt-out list. Login codes still come. */
const texts = v.boolean()

export const noticeSetting = v.object({
  ...kept,
  texts,
  /** Which channels the company has opened and could reach this person; the others are not offered. */
  open: v.object({ wecom: v.boolean(), subscribe: v.boolean(), email: v.boolean(), texts: v.boolean() }),
  /** Accepted taps that are left, all templates together. */
  credits: v.number(),
})
export type NoticeSetting = v.InferOutput<typeof noticeSetting>

export const noticeGet = defineCall({
  name: 'notice.get',
  summary: 'Over which channels and when I want to be told.',
  input: v.strictObject({}),
  output: noticeSetting,
  errors: [],
})

export const noticeSave = defineCall({
  name: 'notice.save',
  summary: 'Choose channels and quiet hours.',
  // Without `texts` the opt-out list stays as it is: a number may have joined it since whoever saves last looked.
  input: v.strictObject({ requestId, ...kept, texts: v.optional(texts) }),
  output: noticeSetting,
  errors: [],
})

export const noticeSubscribed = defineCall({
  name: 'notice.subscribed',
  summary:
    'What WeChat answered to a subscribe request: one accepted tap is one message. Only inside WeChat.',
  input: v.strictObject({
    requestId,
    answers: v.pipe(
      v.array(
        v.strictObject({
          template: v.picklist(TEMPLATES),
          answer: v.picklist(['accept', 'reject', 'ban', 'filter']),
          /** 「总是保持以上选择」, as the settings of WeChat tell. */
          always: v.boolean(),
        }),
      ),
      v.minLength(1),
      v.maxLength(5),
    ),
  }),
  output: v.object({ credits: v.number() }),
  errors: [],
})
