import { uuidv7 } from 'uuidv7'
import type { InputOf, OutputOf } from '@/contract/call'
import type { CallOf } from '@/contract/calls'
import { AppError } from '@/contract/errors'
import { dueAfterPauses, type Pause } from '@/domain/due-pause'
import { isPaused, mayPause, pauseUntil } from '@/domain/pause'
import { CALENDAR, stageDueAt } from '../calendar'
import type { Context } from '../context'
import { defineHandler, LostRace } from '../handler'
import { toCaller } from '../store/caller'
import { dateOf } from '../store/date-of'
import { loadForPause, pause, resume, type PausedProcess } from '../store/pause'
import { checkText } from './check-text'
import { relationsTo } from './relation-to-process'
import { requireCaller, requireFound } from './require'

export const applicationPause = defineHandler('application.pause', {
  load: (input, ctx) => load('application.pause', input, ctx),
  async act(found, { requestId, id, days, reason }, ctx, caller) {
    const seen = requireFound(found)
    if (!mayPause(clockOf(seen), ctx.now)) throw new AppError('pause-impossible')
    await checkText(ctx, [reason])
    const until = pauseUntil(ctx.now, days)
    const dueAt = dueWith(seen, [...pausesOf(seen), { from: ctx.now, to: until }])
    if (dueAt === null) throw new AppError('pause-impossible')
    const reply = { until: until.toISOString(), dueAt: dueAt.toISOString() }
    const by = requireCaller(caller).id
    if (!(await pause(ctx, { requestId, id, by, pauseId: uuidv7(), seen, dueAt, reply, until, reason })))
      throw new LostRace()
    return reply
  },
})

export const applicationResume = defineHandler('application.resume', {
  load: (input, ctx) => load('application.resume', input, ctx),
  async act(found, { requestId, id }, ctx, caller) {
    const seen = requireFound(found)
    const last = seen.pauses.at(-1)
    if (!isPaused(clockOf(seen).pausedUntil, ctx.now) || !last) throw new AppError('pause-impossible')
    const pauses = pausesOf(seen).map((one, index, all) =>
      index === all.length - 1 ? { from: one.from, to: ctx.now } : one,
    )
    const dueAt = dueWith(seen, pauses)
    const reply = { dueAt: dueAt?.toISOString() ?? null }
    const by = requireCaller(caller).id
    if (!(await resume(ctx, { requestId, id, by, pauseId: last.id, seen, dueAt, reply })))
      throw new LostRace()
    return reply
  },
})

async function load<Name extends 'application.pause' | 'application.resume'>(
  call: Name,
  { id, requestId }: Pick<InputOf<CallOf<Name>>, 'id' | 'requestId'>,
  ctx: Context,
) {
  const row = await loadForPause(ctx, id, { call, requestId })
  const caller = toCaller(row.caller, ctx)
  const answered = row.answer as OutputOf<CallOf<Name>> | null
  return {
    caller,
    relations: row.process ? relationsTo(row.process, caller) : [],
    answered,
    facts: row.process,
  }
}

function clockOf({ endedAt, dueAt, pausedUntil }: PausedProcess) {
  return { ended: endedAt !== null, dueAt: dateOf(dueAt), pausedUntil: dateOf(pausedUntil) }
}

function pausesOf({ pauses }: PausedProcess): Pause[] {
  return pauses.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }))
}

/** The due time with all pauses of the stage: reckoned from where it would be without any. */
function dueWith(seen: PausedProcess, pauses: readonly Pause[]): Date | null {
  const since = new Date(seen.since)
  const dueAt = seen.pauses.length === 0 ? dateOf(seen.dueAt) : stageDueAt(seen.stage, since)
  return dueAt && dueAfterPauses({ since, dueAt }, pauses, CALENDAR)
}
