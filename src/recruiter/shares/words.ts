import type { SuspiciousShare } from '@/contract/calls/share'
import { POLICY } from '@/domain/policy'
import { CHANNEL_NAMES, isSuspicious } from '@/domain/share'

/** What it is: 「海报「朋友圈」 · 高级前端工程师」. */
export function shareWords({ channel, name, job }: SuspiciousShare): string {
  const named = name === null ? CHANNEL_NAMES[channel] : `${CHANNEL_NAMES[channel]}「${name}」`
  return `${named} · ${job?.title ?? '所有在招职位'}`
}

/** Why it is listed, by the same rule that listed it. */
export function whyListed(share: SuspiciousShare): readonly string[] {
  const { reports, visitors, applications, endorsed } = share
  const reasons: string[] = []
  if (reports >= POLICY.suspicion.reports) reasons.push(`${reports} 人举报是买来的`)
  if (isSuspicious({ visitors, applications, endorsed, reports: 0 }, POLICY)) {
    const known = endorsed === 0 ? '没有一份有背书' : `只有 ${endorsed} 份有背书`
    reasons.push(`${visitors} 人打开，${applications} 份投递，${known}`)
  }
  return reasons.length > 0 ? reasons : ['打开的人多，背书少']
}
