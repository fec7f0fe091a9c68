import type { FunctionComponent } from 'react'

/** Hands an invitation on: in WeChat the card that the page holds ready, on the web its link. */
export type ForwardButton = FunctionComponent<{ title: string; url: string }>
