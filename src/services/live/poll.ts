import { everyMs, OFTEN_MS } from '@/domain/rhythm'
import type { Answer, Output } from '../cloud'
import { makeAge } from './age'

export type Changed = Output<'progress.sync'>['changed'][number]

/** `everything`: what exactly changed is not known, load all of it again. */
export type LiveChange = 'everything' | readonly Changed[]

export type PollDeps = {
  sync: (cursor: string | null) => Promise<Answer<'progress.sync'>>
  onChange: (change: LiveChange) => void
  /**
   * From when on what is shown may be old, while the cloud does not answer: an invalid date when nobody can tell. Null
   * as soon as it answers.
   */
  onOffline: (since: Date | null) => void
  onUnread?: (unread: number) => void
  onCursor?: (cursor: string) => void
  /** Where somebody else stopped: what happened since is reported here too. */
  from?: string | null
  /** How often a call of any kind found the cloud away. */
  timesAway?: () => number
}

const SLOWEST_OFFLINE_MS = 5_000
const SLOWEST_MISSED_MS = 30_000
/** Less than this is no other age: it is told in minutes. */
const SAME_MS = 5_000

/**
 * Asks again and again what changed. Each change is reported once; while paused the cursor waits, so whatever happens
 * meanwhile is reported on return. A reply that comes after a pause or after a newer question is left unread. Where a
 * call failed since the last answer, what a page wanted to load may be missing: everything is reported then.
 */
export function poll(deps: PollDeps) {
  const { sync, onChange, onOffline, onUnread, onCursor, from = null, timesAway = () => 0 } = deps
  const age = makeAge()
  let cursor = from
  let offlineSince: Date | null = null
  /** Questions without an answer, and answers beside which other calls failed; both in a row. */
  let failures = 0
  let misses = 0
  let away = timesAway()
  let idleMs = 0
  let unread: number | null = null
  let question = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(): Promise<void> {
    clearTimeout(timer)
    const mine = ++question
    const reply = await sync(cursor)
    if (mine !== question) return
    if (!reply.ok && (reply.code === 'unauthenticated' || reply.code === 'forbidden')) return online()
    if (reply.ok) read(reply.data)
    else fail()
    const wait = waitMs(reply.ok ? 0 : reply.retryAfter)
    timer = setTimeout(() => {
      idleMs += wait
      age.waited(wait)
      void ask()
    }, wait)
  }

  function read(data: Output<'progress.sync'>): void {
    // Before the first cursor nothing was watched: what the page has loaded may be older than it.
    const unwatched = cursor === null || data.reset
    const missed = failures > 0 || timesAway() !== away
    misses = missed && failures === 0 ? misses + 1 : 0
    away = timesAway()
    age.renew()
    online()
    if (data.changed.length > 0 || (unread !== null && data.unread !== unread)) idleMs = 0
    unread = data.unread
    cursor = data.cursor
    onCursor?.(data.cursor)
    onUnread?.(data.unread)
    if (unwatched || missed) onChange('everything')
    else if (data.changed.length > 0) onChange(data.changed)
  }

  function online(): void {
    failures = 0
    if (offlineSince !== null) onOffline((offlineSince = null))
  }

  function fail(): void {
    failures++
    age.waited(0)
    const since = age.since()
    const same = offlineSince !== null && Math.abs(since.getTime() - offlineSince.getTime()) < SAME_MS
    const bothUnknown = offlineSince !== null && isUnknown(since) && isUnknown(offlineSince)
    if (!same && !bothUnknown) onOffline((offlineSince = since))
  }

  function waitMs(retryAfter = 0): number {
    if (failures > 0) {
      return Math.max(Math.min(OFTEN_MS * 1.5 ** failures, SLOWEST_OFFLINE_MS), retryAfter * 1000)
    }
    return Math.max(everyMs(idleMs), Math.min(OFTEN_MS * 1.5 ** misses, SLOWEST_MISSED_MS))
  }

  return {
    /** Somebody is in front of the screen: asks at once, then goes on asking often. Settles with the answer. */
    resume: (): Promise<void> => {
      idleMs = 0
      return ask()
    },
    pause: () => {
      clearTimeout(timer)
      question++
      age.hidden()
    },
    /** Somebody touched the screen or a key. After a long silence it asks at once. To be called only while not paused. */
    touched: () => {
      const wasSlow = everyMs(idleMs) > OFTEN_MS
      idleMs = 0
      if (wasSlow && failures === 0) void ask()
    },
  }
}

const isUnknown = (date: Date) => Number.isNaN(date.getTime())
