import { View } from '@tarojs/components'
import { classNames } from '../class-names'
import type { Tappable as Face } from './face'

/** Anything that can be tapped and is not a button in looks: a row, a chip, a word. */
export const Tappable = (({ onTap, className, label, disabled, pressed, testId, children }) => (
  <View
    className={classNames('b-tappable', disabled && 'b-tappable--off', className)}
    hoverClass={disabled ? 'none' : 'b-tappable--down'}
    role='button'
    aria-label={label ?? undefined}
    aria-disabled={disabled}
    aria-selected={pressed}
    data-testid={testId}
    onClick={() => !disabled && onTap?.()}
  >
    {children}
  </View>
)) satisfies Face
