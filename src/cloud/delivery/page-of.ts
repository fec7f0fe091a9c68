import type { NoticeLink } from '@/contract/calls/inbox'

/** Where everything can be read that has no page of its own for whoever is told. */
const INBOX = 'inbox/list/index'

/**
 * The page of the mini-program and of the web build that shows what a message is about, without a leading slash. The
 * client's `services/navigate/routes` spells the same ones.
 */
export function pageOf(link: NoticeLink | null): string {
  if (link?.kind !== 'application') return INBOX
  return link.as === 'recruiter'
    ? `recruiter/detail/index?id=${link.id}`
    : `pages/timeline/index?id=${link.id}&as=${link.as}`
}
