import type { NoticeEvent, NoticeSeat } from '../notices/event'
import { noticeFor } from '../notices/table'
import { addDays } from '../shanghai'
import { CODE_MINUTES } from '../texting'

/** A message that was laid aside. */
export type LaidAside =
  | { kind: 'login-code'; whole: boolean; createdAt: Date }
  /** `mayHaveArrived`: when it was given to a provider who never said what became of it. */
  | { kind: 'invitation'; whole: boolean; live: boolean; mayHaveArrived: Date | null }
  | { kind: 'message'; event: NoticeEvent; seat: NoticeSeat; at: Date; read: boolean }

/**
 * Whether it makes sense to send it again, or why not: its words are gone, it is over, or its number may have had a text
 * within 24 hours.
 */
export function resendable(letter: LaidAside, now: Date): 'yes' | 'gone' | 'over' | 'too-soon' {
  if (letter.kind === 'message') {
    const hours = noticeFor(letter.event, letter.seat)?.hours ?? 0
    return letter.read || now.getTime() >= letter.at.getTime() + hours * 3_600_000 ? 'over' : 'yes'
  }
  if (!letter.whole) return 'gone'
  if (letter.kind === 'login-code')
    return now.getTime() < letter.createdAt.getTime() + CODE_MINUTES * 60_000 ? 'yes' : 'over'
  if (!letter.live) return 'over'
  return letter.mayHaveArrived && letter.mayHaveArrived > addDays(now, -1) ? 'too-soon' : 'yes'
}
