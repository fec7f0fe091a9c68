import type { FunctionComponent, PropsWithChildren } from 'react'

export type TappableProps = PropsWithChildren<{
  onTap?: () => void
  className?: string
  /** What a screen reader says instead of the text inside. */
  label?: string
  /** Tapping does nothing; keyboard focus stays where it is. */
  disabled?: boolean
  /** For things that are on or off: a chip, a filter. */
  pressed?: boolean
  /** For things that fold out. */
  expanded?: boolean
  testId?: string
}>

export type Tappable = FunctionComponent<TappableProps>
