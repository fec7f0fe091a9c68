import type { Policy } from './policy'

/** The ways a colleague's share reaches a candidate. product.md, "The words". */
export const CHANNELS = ['invite', 'card', 'poster', 'code', 'link'] as const
export type Channel = (typeof CHANNELS)[number]

export const CHANNEL_NAMES: Record<Channel, string> = {
  invite: '邀请',
  card: '卡片',
  poster: '海报',
  code: '内推码',
  link: '链接',
}

/** What a share brought within `policy.suspicion.days`: people, not openings. */
export type ShareTraffic = {
  visitors: number
  /** Through this share, and how many of them the referrer endorsed. */
  applications: number
  endorsed: number
  /** Of visitors who say that they bought it. */
  reports: number
}

/**
 * Whether recruiters should look at a share because it may be for sale: many visitors and few endorsements among
 * those who apply, or reports. A poster that nobody applied through yet is only a poster.
 */
export function isSuspicious(traffic: ShareTraffic, { suspicion }: Pick<Policy, 'suspicion'>): boolean {
  if (traffic.reports >= suspicion.reports) return true
  if (traffic.visitors < suspicion.visitors || traffic.applications === 0) return false
  return traffic.endorsed / traffic.applications < suspicion.endorsedAtLeast
}
