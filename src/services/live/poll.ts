import type { Answer, Output } from '../cloud'

export type Changed = Output<'progress.sync'>['changed'][number]

/** `everything`: what exactly changed is not known, load all of it again. */
export type LiveChange = 'everything' | readonly Changed[]

export type PollDeps = {
  sync: (cursor: string | null) => Promise<Answer<'progress.sync'>>
  onChange: (change: LiveChange) => void
  /** Since when the cloud has not answered; null as soon as it does. */
  onOffline: (since: Date | null) => void
  onCursor?: (cursor: string) => void
  /** Where somebody else stopped: what happened since is reported here too. */
  from?: string | null
}

const EVERY_MS = 2000
const SLOWEST_MS = 5000

/**
 * Asks again and again what changed. Each change is reported once; while paused the cursor waits, so whatever happens
 * meanwhile is reported on return. A reply that comes after a pause or after a newer question is left unread.
 */
export function poll({ sync, onChange, onOffline, onCursor, from = null }: PollDeps) {
  let cursor = from
  let failures = 0
  let question = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(): Promise<void> {
    clearTimeout(timer)
    const mine = ++question
    const reply = await sync(cursor)
    if (mine !== question) return
    if (!reply.ok && (reply.code === 'unauthenticated' || reply.code === 'forbidden')) return onOffline(null)
    if (reply.ok) read(reply.data)
    else if (++failures === 1) onOffline(new Date())
    timer = setTimeout(() => void ask(), waitMs(reply.ok ? 0 : reply.retryAfter))
  }

  function read(data: Output<'progress.sync'>): void {
    // Before the first cursor nothing was watched: what the page has loaded may be older than it.
    const unwatched = cursor === null || data.reset
    if (failures > 0) onOffline(null)
    failures = 0
    cursor = data.cursor
    onCursor?.(data.cursor)
    if (unwatched) onChange('everything')
    else if (data.changed.length > 0) onChange(data.changed)
  }

  const waitMs = (retryAfter = 0) =>
    Math.max(Math.min(EVERY_MS * 1.5 ** failures, SLOWEST_MS), retryAfter * 1000)

  return {
    /** Asks at once, then goes on asking. */
    resume: () => void ask(),
    pause: () => {
      clearTimeout(timer)
      question++
    },
  }
}
