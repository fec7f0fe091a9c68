import { newRequestId } from '@/services/cloud/request-id'
import { ask } from '../support/calls'
import type { Places } from './places'

const CLAIM = '推荐我的其实是后端的王海涛，11 月初他在微信上发给我的，截图我还留着。'

/** The demo candidate says that it was somebody else; said before, it still waits. */
export async function claim(places: Places): Promise<void> {
  const input = { requestId: newRequestId(), id: places.applicationId, words: CLAIM }
  await ask(places, 'application.claimSource', input, places.sessions.candidate)
}
