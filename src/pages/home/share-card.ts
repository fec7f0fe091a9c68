import type { SentInvitation } from '@/contract/calls/invitation'
import type { Me } from '@/contract/calls/me'
import { addressOf } from '@/services/navigate'
import type { ShareCard } from '@/services/share'
import picture from './card.png'

/** Never a screenshot, which would show numbers and names; no amount and no candidate on it (WeChat rules 5.1–5.9). */
export function invitationCard({ job, token }: SentInvitation, me: Me | null): ShareCard {
  return { title: invitationTitle(job, me), path: addressOf('invitation', { token }), imageUrl: picture }
}

export function invitationTitle(job: SentInvitation['job'], me: Me | null): string {
  const who = me?.employee?.name ?? '我'
  const company = me?.company ?? ''
  return job ? `${who}邀请你了解${company}的${job.title}` : `${who}邀请你看看${company}在招的职位`
}

/** The page forwarded without an invitation: it is about nobody, and credits nobody. */
export function neutralCard(me: Me | null): ShareCard {
  return { title: `${me?.company ?? ''}在招的职位`, path: addressOf('jobs', {}), imageUrl: picture }
}
