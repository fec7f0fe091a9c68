export type Touched = {
  /** Calls back whenever the person touches the screen or a key; returns what ends it. */
  watch: (touched: () => void) => () => void
}
