import type { JobCard } from '@/contract/calls/job'
import { dayWords } from '@/domain/shanghai'

/** 「前端平台部 · 上海 · 招 3 人」 */
export function placeWords({ department, city, headcount }: JobCard): string {
  return `${department} · ${city} · 招 ${headcount} 人`
}

/** 「12 月 1 日截止」, or nothing where no date is set. */
export function closingWords({ closesOn }: JobCard): string | undefined {
  return closesOn === null ? undefined : `${dayWords(new Date(`${closesOn}T00:00:00+08:00`))}截止`
}
