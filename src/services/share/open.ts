import { call, type Answer } from '../cloud'
import { openedWith, visitorId } from '../entry'

/** What a share's token leads to. Tells the cloud who looks and by which door, so that the touch is counted once. */
export function openShare(token: string): Promise<Answer<'share.open'>> {
  return call('share.open', { token, visitor: visitorId(), scene: openedWith().scene })
}
