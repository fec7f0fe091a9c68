import type { PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import { classNames } from '../class-names'
import { ButtonControl } from './control'
import type { ButtonControlProps } from './face'
import './index.scss'

export type ButtonProps = PropsWithChildren<
  Omit<ButtonControlProps, 'className' | 'disabled' | 'busy'> & {
    /** One primary a screen. `plain` is for refusing and leaving, `danger` for what cannot be taken back. */
    kind?: 'primary' | 'ghost' | 'plain' | 'danger'
    disabled?: boolean
    /** Shows that the tap was taken and swallows further ones. */
    loading?: boolean
    /** As wide as its words instead of its box: side by side at the desk. */
    fit?: boolean
    /** The key that does the same at the desk; the page listens for it. */
    shortcut?: string
  }
>

export function Button({
  kind = 'primary',
  disabled,
  loading,
  fit,
  shortcut,
  children,
  ...control
}: ButtonProps) {
  const className = classNames(
    'b-button',
    `b-button--${kind}`,
    fit && 'b-button--fit',
    disabled && 'b-button--off',
    loading && 'b-button--loading',
  )
  return (
    <ButtonControl {...control} className={className} disabled={disabled ?? false} busy={loading ?? false}>
      {loading && <View className='b-button__spinner' />}
      <Text>{children}</Text>
      {shortcut && (
        <Text className='b-button__shortcut' aria-hidden>
          {shortcut}
        </Text>
      )}
    </ButtonControl>
  )
}
