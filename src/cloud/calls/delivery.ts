import { AppError } from '@/contract/errors'
import { resendable } from '@/domain/delivery/resend'
import { noticeFor } from '@/domain/notices/table'
import { defineHandler, LostRace } from '../handler'
import { toCaller } from '../store/caller'
import {
  LETTERS_A_PAGE,
  listDeadLetters,
  loadForResend,
  resend,
  type LetterRow,
} from '../store/delivery/dead-letters'
import { warningsFor } from './delivery-warnings'
import { laidAside, presentLetter } from './delivery-words'
import { requireCaller, requireFound } from './require'

export const deliveryList = defineHandler('delivery.list', {
  async load({ after }, ctx) {
    const page = await listDeadLetters(ctx, after === undefined ? null : readPlace(after))
    return { caller: toCaller(page.caller, ctx), relations: ['any'], facts: page }
  },
  act({ letters, counts, refusals }, _input, ctx) {
    const shown = letters.slice(0, LETTERS_A_PAGE)
    const last = shown.at(-1)
    return {
      items: shown.map((row) => presentLetter(row, ctx.now)),
      next: letters.length > LETTERS_A_PAGE && last ? `${last.doneAt}_${last.id}` : null,
      counts,
      warnings: warningsFor(ctx, refusals ?? {}),
    }
  },
})

export const deliveryResend = defineHandler('delivery.resend', {
  async load({ id, requestId }, ctx) {
    const row = await loadForResend(ctx, id, requestId)
    return { caller: toCaller(row.caller, ctx), relations: ['any'], answered: row.answer, facts: row }
  },
  async act(row, { id, requestId }, ctx, caller) {
    const letter = requireFound(row.letter)
    if (!isUndelivered(letter) || resendable(laidAside(letter), ctx.now) !== 'yes')
      return { state: letter.state }
    const { event, seat } = letter
    const template = (event && seat && noticeFor(event, seat)?.template) ?? null
    const callerId = requireCaller(caller).id
    if (!(await resend(ctx, { id, callerId, requestId, template }))) throw new LostRace()
    return { state: 'waiting' as const }
  },
})

/** A message that found no channel counts too: its template may have been repaired since. */
function isUndelivered({ state, reason }: LetterRow): boolean {
  return state === 'dead' || (state === 'dropped' && reason === 'no-channel')
}

const PLACE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

function readPlace(after: string): { doneAt: string; id: string } {
  const [, doneAt = '', id = ''] = PLACE.exec(after) ?? []
  if (Number.isNaN(Date.parse(doneAt)))
    throw new AppError('bad-input', 'Not acceptable: after', { field: 'after' })
  return { doneAt, id }
}
