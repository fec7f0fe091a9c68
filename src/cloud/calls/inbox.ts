import type { Message } from '@/contract/calls/inbox'
import { AppError } from '@/contract/errors'
import type { Context } from '../context'
import { defineHandler } from '../handler'
import { presentMessage } from '../present-message'
import { toCaller } from '../store/caller'
import { findReader, listMessages, markRead, PAGE_SIZE, type Place } from '../store/inbox'
import type { MessageRow } from '../store/message-facts'
import { requireCaller } from './require'

export const inboxList = defineHandler('inbox.list', {
  async load({ after }, ctx) {
    const page = await listMessages(ctx, after === undefined ? null : readPlace(after))
    return { caller: toCaller(page.caller, ctx), relations: ['any'], facts: page }
  },
  act({ items, unread }, _input, ctx) {
    const shown = items.slice(0, PAGE_SIZE)
    const last = shown.at(-1)
    return {
      items: shown.map((row) => present(row, ctx)),
      unread,
      next: items.length > PAGE_SIZE && last ? `${last.at}_${last.id}` : null,
    }
  },
})

export const inboxRead = defineHandler('inbox.read', {
  async load(_input, ctx) {
    return { caller: toCaller(await findReader(ctx), ctx), relations: ['any'], facts: null }
  },
  async act(_facts, { ids, upTo }, ctx, caller) {
    return { unread: await markRead(ctx, { personId: requireCaller(caller).id, ids, upTo }) }
  },
})

function present(row: MessageRow, ctx: Context): Message {
  const { id, event, seat, at, read } = row
  const { title, body, link, lines } = presentMessage(row, ctx, ctx.now)
  return { id, event, seat, at, read, title, body, link, lines }
}

function readPlace(after: string): Place {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/.exec(after)
  if (!match?.[1] || !match[2]) throw new AppError('bad-input', 'Not acceptable: after', { field: 'after' })
  return { at: match[1], id: match[2] }
}
