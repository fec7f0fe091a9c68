/** Clocks that differ by less agree. What lies further ahead was noted before the device's clock was set back. */
const AHEAD_MINUTES = 5

/** How old something is: 「刚刚」「5 分钟前」「2 小时前」「3 天前」; 「早些时候」 when nobody can tell. */
export function ageWords(since: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - since.getTime()) / 60_000)
  if (Number.isNaN(minutes) || minutes < -AHEAD_MINUTES) return '早些时候'
  if (minutes < 1) return '刚刚'
  if (minutes < 60) return `${minutes} 分钟前`
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} 小时前`
  return `${Math.floor(minutes / (24 * 60))} 天前`
}
