import type { FunctionComponent } from 'react'

/** Hands the invitation on: the card that the page holds ready, or its link. */
export type ForwardButton = FunctionComponent<{ title: string; url: string }>
