import * as v from 'valibot'
import { NOTICE_EVENTS, NOTICE_SEATS } from '@/domain/notices/event'
import { defineCall } from '../call'
import { id, moment, requestId, seat } from '../fields'

/** Where a message leads: the record it tells of, in the part the reader has in it. */
export const noticeLink = v.object({ kind: v.picklist(['invitation', 'application']), id, as: seat })
export type NoticeLink = v.InferOutput<typeof noticeLink>

export const message = v.object({
  id,
  event: v.picklist(NOTICE_EVENTS),
  seat: v.picklist(NOTICE_SEATS),
  title: v.string(),
  body: v.string(),
  at: moment,
  read: v.boolean(),
  /** Null when there is nothing to open, or not any more. */
  link: v.nullable(noticeLink),
  /** The lines of a digest, each with what it leads to as `link` above; empty otherwise. */
  lines: v.array(v.object({ text: v.string(), link: v.nullable(noticeLink) })),
})
export type Message = v.InferOutput<typeof message>

export const inboxList = defineCall({
  name: 'inbox.list',
  summary: 'What I have been told, newest first, 30 a page.',
  input: v.strictObject({ after: v.optional(v.pipe(v.string(), v.maxLength(100))) }),
  output: v.object({ items: v.array(message), unread: v.number(), next: v.nullable(v.string()) }),
  errors: [],
})

export const inboxRead = defineCall({
  name: 'inbox.read',
  summary: 'Mark messages as read: these, or everything up to a moment that was on screen.',
  input: v.strictObject({
    requestId,
    ids: v.pipe(v.array(id), v.maxLength(100)),
    upTo: v.nullable(moment),
  }),
  output: v.object({ unread: v.number() }),
  errors: [],
})
