import type { NoticeLink } from '@/contract/calls/inbox'
import { call } from '@/services/cloud'
import { goTo } from '@/services/navigate'
import { openProgress } from '@/services/progress-door'

/** Goes to the thing a message tells of, as the part the reader has in it sees it. */
export async function openLink({ kind, id, as }: NoticeLink): Promise<void> {
  if (kind === 'application') {
    return as === 'recruiter' ? goTo('recruiterDetail', { id }) : goTo('timeline', { id, as })
  }
  if (as === 'candidate') return openAddressed(id)
  return openProgress({ seat: 'referrer', invitationId: id })
}

/** An invitation to me is opened by its token. Answered or over, it is not listed any more: what became of it is. */
async function openAddressed(id: string): Promise<void> {
  const reply = await call('progress.list', { as: 'candidate' })
  const waiting = reply.ok ? reply.data.invitations.find((one) => one.id === id) : undefined
  if (waiting) return goTo('invitation', { token: waiting.token })
  return openProgress({ seat: 'candidate', invitationId: null })
}
