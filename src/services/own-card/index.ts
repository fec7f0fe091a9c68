import type { Me } from '@/contract/calls/me'
import type { OwnShare } from '@/contract/calls/share'
import { generalPicture } from '../invitation-card'
import { addressOf } from '../navigate'
import type { ShareCard } from '../share'
import { cardShare } from './card-share'
import { cardTitle, type CardJob } from './words'

export { cardShare } from './card-share'
export { cardTitle, type CardJob } from './words'

/** My card, with the title I gave it or the usual one, and its own picture where one was drawn. */
export function ownCard(
  share: Pick<OwnShare, 'token' | 'title' | 'job'>,
  me: Me | null,
  imageUrl: string = generalPicture,
): ShareCard {
  const title = share.title ?? cardTitle(share.job, me)
  return { title, path: addressOf('invitation', { token: share.token }), imageUrl }
}

/** A job's page forwarded by anybody. The share one came by goes along, so that its owner is still found. */
export function jobCard(job: NonNullable<CardJob>, me: Me | null, token?: string): ShareCard {
  const title = `${me?.company ?? ''}在招：${job.title} · ${job.city}`
  return { title, path: addressOf('job', { id: job.id, token }), imageUrl: generalPicture }
}

/**
 * For WeChat's own menu, which tells nobody before it asks: a card without a source now, mine as soon as its token is
 * there, if I may refer. Looking at a job must not make a share of it.
 */
export function ownCardLater(job: CardJob, me: Me | null, now: ShareCard): ShareCard {
  if (!me?.employee?.mayRefer) return now
  const asked = cardShare(job?.id ?? null)
  return { ...now, later: asked.then((reply) => (reply.ok ? ownCard(reply.data.share, me) : now)) }
}
