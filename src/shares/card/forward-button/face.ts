import type { FunctionComponent } from 'react'

/** Hands the card on: in WeChat the one that the page holds ready, on the web its link. */
export type ForwardButton = FunctionComponent<{ title: string; url: string; disabled: boolean }>
