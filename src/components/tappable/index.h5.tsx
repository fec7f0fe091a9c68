import { classNames } from '../class-names'
import type { Tappable as Face } from './face'

/**
 * Anything that can be tapped and is not a button in looks: a row, a chip, a word. The browser's own button:
 * mouse, touch, Enter and Space come with it. Taro's web View and Button have neither focus nor keys.
 */
export const Tappable = (({ onTap, className, label, disabled, pressed, expanded, testId, children }) => (
  <button
    type='button'
    className={classNames('b-tappable', disabled && 'b-tappable--off', className)}
    aria-label={label}
    aria-disabled={disabled}
    aria-pressed={pressed}
    aria-expanded={expanded}
    data-testid={testId}
    onClick={() => !disabled && onTap?.()}
  >
    {children}
  </button>
)) satisfies Face
