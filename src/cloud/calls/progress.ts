import type { ProgressItem } from '@/contract/calls/progress'
import type { Seat } from '@/contract/fields'
import { AppError } from '@/contract/errors'
import { calendarView } from '../calendar'
import { defineHandler } from '../handler'
import type { Context } from '../context'
import { toCaller } from '../store/caller'
import { listProgress, PAGE_SIZE, type ProgressRow } from '../store/progress'
import { syncProgress } from '../store/sync'
import { maskSealed } from './present-invitation'

export const progressList = defineHandler('progress.list', {
  async load({ as, filter, after }, ctx) {
    const page = await listProgress(ctx, { as, filter, after: after ? readPlace(after) : null })
    return { caller: toCaller(page.caller, ctx), relations: [as], facts: page }
  },
  act({ items, counts, invitations }, { as }, ctx) {
    const shown = items.slice(0, PAGE_SIZE)
    const last = shown.at(-1)
    return {
      items: shown.map((row) => presentItem(row, as, ctx)),
      counts,
      invitations: invitations.map((row) => ({
        ...row,
        referrer: row.referrer ?? { name: '一位同事', department: '' },
      })),
      next: items.length > PAGE_SIZE && last ? `${last.changedAt}_${last.id}` : null,
      calendar: calendarView(ctx.now),
    }
  },
})

export const progressSync = defineHandler('progress.sync', {
  async load({ cursor }, ctx) {
    const row = await syncProgress(ctx, cursor)
    return { caller: toCaller(row.caller, ctx), relations: ['any'], facts: row }
  },
  act: ({ cursor, changed, reset, unread }) => ({ cursor, changed, reset, unread }),
})

function presentItem({ phoneEnc, ...row }: ProgressRow, as: Seat, ctx: Context): ProgressItem {
  return {
    ...row,
    maskedPhone: as === 'candidate' ? null : maskSealed(phoneEnc, ctx),
    referrer: as === 'referrer' ? null : row.referrer,
    relation: as === 'candidate' ? null : row.relation,
    // Somebody else's protection is nothing to the colleague who owned it before.
    protectedUntil: as === 'referrer' && !row.mine ? null : row.protectedUntil,
  }
}

function readPlace(after: string): { changedAt: string; id: string } {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/.exec(after)
  if (!match?.[1] || !match[2]) throw new AppError('bad-input', 'Not acceptable: after', { field: 'after' })
  return { changedAt: match[1], id: match[2] }
}
