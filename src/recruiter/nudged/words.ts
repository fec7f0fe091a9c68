import type { Timeline } from '@/contract/calls/progress'
import { stampWords } from '@/domain/shanghai'

/** Beside a late one in the list: how often its referrer has asked for an answer. */
export function nudgeMark(nudges: number): string | undefined {
  if (nudges === 0) return undefined
  return nudges === 1 ? '催' : `被催 ${nudges} 次`
}

/** In the case: who asked how often, when last, and whether somebody else was asked too. */
export function nudgedWords(nudges: Timeline['nudges']): string | null {
  const last = nudges[nudges.length - 1]
  if (!last) return null
  const who = last.by ?? '推荐人'
  const at = stampWords(new Date(last.at))
  const said =
    nudges.length === 1 ? `${who}在 ${at} 催了一次` : `${who}催了 ${nudges.length} 次，最近一次 ${at}`
  return nudges.some(({ escalated }) => escalated) ? `${said}，已同时请用人经理或另一位招聘同事推动` : said
}
