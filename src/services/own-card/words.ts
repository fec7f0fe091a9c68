import type { Me } from '@/contract/calls/me'
import { SHARE_TITLE_LIMIT } from '@/domain/own-share'

/** What a card is about: one job, or (null) all that are open. */
export type CardJob = { id: string; title: string; city: string } | null

/** 「林晓推荐你看看星河科技的数据分析师 · 上海」: the title until its owner writes another. No amount, no candidate. */
export function cardTitle(job: CardJob, me: Me | null): string {
  const what = job ? `的${job.title} · ${job.city}` : '在招的职位'
  return `${me?.employee?.name ?? '我'}推荐你看看${me?.company ?? ''}${what}`.slice(0, SHARE_TITLE_LIMIT)
}
