import type { Template } from '@/domain/notices/event'

/** What a tap on 「有新进展时告诉我」 came to. */
export type NewsOutcome =
  /** `credits`: how many messages may be sent now, as soon as the cloud has counted; null when it could not. */
  | { kind: 'accepted'; credits: Promise<number | null> }
  | { kind: 'rejected' }
  /** WeChat asks nothing any more until it is allowed in WeChat's own settings. */
  | { kind: 'settings' }
  | { kind: 'failed'; words: string }

/** What can be offered to this person: a question, the way to WeChat's settings, or nothing. */
export type Offer = 'none' | 'ask' | 'settings'

export type Subscribe = {
  /** Asks WeChat for one message of each. To be called in the tap itself: WeChat refuses whatever comes later. */
  askForNews: (keys: readonly Template[]) => Promise<NewsOutcome>
  /** In any other tap that makes sense: asks where WeChat is known to say yes by itself, and shows nothing. */
  renewNews: (keys: readonly Template[]) => void
}

export type News = {
  offer: Offer
  asking: boolean
  /** What the last tap came to. */
  words: string | null
  /** As `NewsOutcome` has them, after a tap that was accepted. */
  credits: number | null
  tap: () => void
}

export type UseNews = (keys: readonly Template[]) => News
