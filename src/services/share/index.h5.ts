import { clipboard } from '../clipboard'
import type { MakeCard, Share } from './face'

export type { ShareCard, ShareOutcome } from './face'

export const share = {
  // A browser page has no card: people forward its link.
  useShareCard: (_make: MakeCard) => undefined,
  shareLink: async ({ title, url }) => {
    if ('share' in navigator) {
      try {
        await navigator.share({ title, url })
        return 'shared'
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled'
      }
    }
    return (await clipboard.copy(url)) ? 'copied' : 'refused'
  },
} satisfies Share
