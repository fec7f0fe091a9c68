import type { ProgressItem } from '@/contract/calls/progress'
import type { Seat } from '@/contract/fields'
import { AppError } from '@/contract/errors'
import { calendarView } from '../calendar'
import { defineHandler } from '../handler'
import type { Context } from '../context'
import { toCaller } from '../store/caller'
import { listProgress, PAGE_SIZE } from '../store/progress'
import type { Place, ProgressRow } from '../store/progress-item'
import { syncProgress } from '../store/sync'
import { maskSealed } from './present-invitation'

export const progressList = defineHandler('progress.list', {
  async load({ as, filter, after }, ctx) {
    const from = after === undefined ? null : readPlace(after)
    const at = from?.at ?? ctx.now
    const page = await listProgress(ctx, { as, filter, after: from, at })
    return { caller: toCaller(page.caller, ctx), relations: [as], facts: { ...page, at } }
  },
  act({ items, counts, invitations, at }, { as }, ctx) {
    const shown = items.slice(0, PAGE_SIZE)
    const last = shown.at(-1)
    return {
      items: shown.map((row) => presentItem(row, as, ctx)),
      counts,
      invitations: invitations.map((row) => ({
        ...row,
        referrer: row.referrer ?? { name: '一位同事', department: '' },
      })),
      next: items.length > PAGE_SIZE && last ? placeWords(last, at) : null,
      calendar: calendarView(ctx.now),
      now: ctx.now.toISOString(),
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

function presentItem(
  { phoneEnc, rank: _rank, key: _key, ...row }: ProgressRow & Place,
  as: Seat,
  ctx: Context,
): ProgressItem {
  return {
    ...row,
    maskedPhone: as === 'candidate' ? null : maskSealed(phoneEnc, ctx),
    referrer: as === 'referrer' ? null : row.referrer,
    relation: as === 'candidate' ? null : row.relation,
    // Somebody else's protection is nothing to the colleague who owned it before.
    protectedUntil: as === 'referrer' && !row.mine ? null : row.protectedUntil,
  }
}

const MOMENT = String.raw`[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`
const PLACE = new RegExp(`^(${MOMENT})_([012])_(${MOMENT})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$`)

/** Where the next page goes on: after this item, with what was late when the first page was asked for. */
function placeWords({ rank, key, id }: Place, at: Date): string {
  return `${at.toISOString()}_${rank}_${key}_${id}`
}

function readPlace(after: string): Place & { at: Date } {
  const [, at = '', rank = '', key = '', id = ''] = PLACE.exec(after) ?? []
  if (Number.isNaN(Date.parse(at)) || Number.isNaN(Date.parse(key)))
    throw new AppError('bad-input', 'Not acceptable: after', { field: 'after' })
  return { at: new Date(at), rank: Number(rank), key: new Date(key).toISOString(), id }
}
