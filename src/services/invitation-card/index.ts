import type { Me } from '@/contract/calls/me'
import type { SentInvitation } from '@/contract/calls/invitation'
import { addressOf } from '../navigate'
import type { ShareCard } from '../share'
import picture from './card.png'

/** Of the company in general: for a card that has no picture of its own. */
export const generalPicture: string = picture

/** 「林晓邀请你了解星河科技的高级前端工程师」. No amount and no candidate (WeChat rules 5.1–5.9). */
export function invitationTitle({ job }: Pick<SentInvitation, 'job'>, me: Me | null): string {
  const who = me?.employee?.name ?? '我'
  const company = me?.company ?? ''
  return job ? `${who}邀请你了解${company}的${job.title}` : `${who}邀请你看看${company}在招的职位`
}

/** What a forwarded invitation shows and opens. The picture keeps WeChat from taking a screenshot with numbers on it. */
export function invitationCard(invitation: Pick<SentInvitation, 'job' | 'token'>, me: Me | null): ShareCard {
  const path = addressOf('invitation', { token: invitation.token })
  return { title: invitationTitle(invitation, me), path, imageUrl: picture }
}

/** A page forwarded without an invitation: it is about nobody, and credits nobody. */
export function neutralCard(me: Me | null): ShareCard {
  return { title: `${me?.company ?? ''}在招的职位`, path: addressOf('jobs', {}), imageUrl: picture }
}
