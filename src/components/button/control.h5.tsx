import type { ButtonControl as Face } from './face'

// aria-disabled and not disabled: a button that starts to load must not throw the keyboard's focus away.
export const ButtonControl = (({ className, label, disabled, busy, onTap, testId, children }) => (
  <button
    type='button'
    className={className}
    aria-label={label}
    aria-disabled={disabled || busy}
    aria-busy={busy}
    data-testid={testId}
    onClick={() => !disabled && !busy && onTap?.()}
  >
    {children}
  </button>
)) satisfies Face
