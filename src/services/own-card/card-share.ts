import type { Reply } from '@/contract/call'
import type { OwnShare } from '@/contract/calls/share'
import { call, newRequestId } from '../cloud'

/**
 * My card for a job, or (null) for all open ones: the one there is, with the title I once gave it, else a new one.
 * `requestId`: the same for the same wish, so that trying again makes no second card.
 */
export async function cardShare(
  jobId: string | null,
  requestId = newRequestId(),
): Promise<Reply<{ share: OwnShare }>> {
  const mine = await call('share.list', {})
  if (!mine.ok) return mine
  const share = mine.data.shares.find(({ channel, job, name }) => {
    return channel === 'card' && name === null && (job?.id ?? null) === jobId
  })
  if (share) return { ok: true, data: { share } }
  return call('share.create', { requestId, channel: 'card', jobId, name: null, title: null })
}
