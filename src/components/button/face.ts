import type { FunctionComponent, PropsWithChildren } from 'react'

export type ButtonControlProps = PropsWithChildren<{
  className: string
  label?: string
  disabled: boolean
  busy: boolean
  onTap?: () => void
  /** WeChat's own powers; the web ignores it and only calls `onTap`. */
  openType?: 'share' | 'getPhoneNumber'
  /** The one-time code for the server, or undefined when the person refused. */
  onPhoneCode?: (code: string | undefined) => void
  /** Tells `useShareCard` which button was tapped. */
  name?: string
  testId?: string
}>

export type ButtonControl = FunctionComponent<ButtonControlProps>
