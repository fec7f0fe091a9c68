import { callAgain, newRequestId, type Input } from '../cloud'
import type { PersonalKey } from '../session'
import { forget, recall, remember } from '../storage'

type Report = Input<'notice.subscribed'>

const KEY: PersonalKey = 'news-answers'
/** More than somebody taps in one stretch without a network. */
const MOST = 20

const underWay = new Set<string>()

/**
 * Tells the cloud what WeChat answered; an accepted tap is worth one message, so it is kept on the device until the
 * cloud has it. Gives what the cloud has counted then, or null when it refused.
 */
export function report(answers: Report['answers']): Promise<number | null> {
  const fresh = { requestId: newRequestId(), answers }
  keep([...kept(), fresh].slice(-MOST))
  return send(fresh)
}

/** Sends what an earlier start of the mini-program could not. */
export function sendKept(): void {
  kept()
    .filter(({ requestId }) => !underWay.has(requestId))
    .forEach((one) => void send(one))
}

async function send(one: Report): Promise<number | null> {
  underWay.add(one.requestId)
  const reply = await callAgain('notice.subscribed', one).reply
  underWay.delete(one.requestId)
  keep(kept().filter(({ requestId }) => requestId !== one.requestId))
  return reply.ok ? reply.data.credits : null
}

function keep(reports: readonly Report[]): void {
  if (reports.length > 0) remember(KEY, reports)
  else forget(KEY)
}

function kept(): readonly Report[] {
  return recall(KEY, (stored) => (Array.isArray(stored) ? stored.filter(isReport) : undefined)) ?? []
}

/** What it holds is checked in the cloud like any input. */
function isReport(stored: unknown): stored is Report {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'requestId' in stored &&
    typeof stored.requestId === 'string' &&
    'answers' in stored &&
    Array.isArray(stored.answers)
  )
}
