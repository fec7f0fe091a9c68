import type { FunctionComponent } from 'react'

export type PictureProps = {
  src: string
  /** What it shows, for whoever cannot see it. */
  label: string
  className?: string
  testId?: string
}

/** A picture as wide as its box. A long press saves it or hands it on, as everywhere. */
export type Picture = FunctionComponent<PictureProps>
