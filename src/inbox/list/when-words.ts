import { clockWords, dayNumber, dayWords, shanghaiDay } from '@/domain/shanghai'

/** When something was told: 「14:05」, 「昨天 14:05」, 「11 月 3 日」, 「2025 年 11 月 3 日」. Asia/Shanghai. */
export function whenWords(at: string, now: Date): string {
  const then = new Date(at)
  const days = dayNumber(now) - dayNumber(then)
  if (days <= 0) return clockWords(then)
  if (days === 1) return `昨天 ${clockWords(then)}`
  const year = shanghaiDay(then).date.slice(0, 4)
  return year === shanghaiDay(now).date.slice(0, 4) ? dayWords(then) : `${year} 年 ${dayWords(then)}`
}
