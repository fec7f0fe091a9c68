export type Presence = {
  /** The person can see the app: not in the background, not another tab. */
  visible: boolean
  online: boolean
}

export type Visibility = {
  now: () => Presence
  /** Calls back on each change, not at once; returns what ends it. */
  watch: (changed: (presence: Presence) => void) => () => void
}
