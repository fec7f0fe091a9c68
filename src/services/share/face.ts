/** What a forwarded card shows and opens. `path` comes from `addressOf`. */
export type ShareCard = {
  title: string
  path: string
  imageUrl?: string
  /** A better card that is still being made. WeChat waits 3 s for it, and takes the one above if it is late. */
  later?: Promise<ShareCard>
}

/** `from` is the name of the share button that was tapped, or undefined for WeChat's own menu. */
export type MakeCard = (from: string | undefined) => ShareCard

export type ShareOutcome = 'shared' | 'copied' | 'cancelled' | 'refused'

export type Share = {
  /** WeChat asks for the card at the moment of the tap and hardly waits: a button's card has its token before. */
  useShareCard: (make: MakeCard) => void
  /** Hands a link on: the system's share panel where there is one, else the clipboard. */
  shareLink: (link: { title: string; url: string }) => Promise<ShareOutcome>
}
