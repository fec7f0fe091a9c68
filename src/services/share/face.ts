/** What a forwarded card shows and opens. `path` comes from `addressOf`. */
export type ShareCard = { title: string; path: string; imageUrl?: string }

/** `from` is the name of the share button that was tapped, or undefined for WeChat's own menu. */
export type MakeCard = (from: string | undefined) => ShareCard

export type ShareOutcome = 'shared' | 'copied' | 'cancelled' | 'refused'

export type Share = {
  /** WeChat asks for the card at the moment of the tap and waits for nobody: have its token ready before. */
  useShareCard: (make: MakeCard) => void
  /** Hands a link on: the system's share panel where there is one, else the clipboard. */
  shareLink: (link: { title: string; url: string }) => Promise<ShareOutcome>
}
