import { useRef } from 'react'
import type { FieldControl as Face, Keyboard } from './face'
import { useFirstFocus } from './first-focus'

const attributesOf = {
  text: { type: 'text' },
  phone: { type: 'tel', autoComplete: 'off' },
  code: { type: 'text', inputMode: 'numeric', autoComplete: 'one-time-code' },
} as const satisfies Record<Keyboard, object>

export const FieldControl = ((props) => {
  const { id, value, onInput, onConfirm, onBlur, placeholder, keyboard, maxLength, disabled, focus } = props
  const control = useRef<HTMLInputElement>(null)
  useFirstFocus(focus === true, control)
  return (
    <input
      ref={control}
      {...attributesOf[keyboard]}
      id={id}
      className='b-field__input'
      value={value}
      placeholder={placeholder}
      maxLength={maxLength}
      disabled={disabled}
      autoFocus={focus}
      aria-label={props.label}
      aria-invalid={props.invalid}
      aria-describedby={props.errorId}
      data-testid={props.testId}
      onChange={(event) => onInput(event.target.value)}
      // While a Chinese word is being composed, Enter picks it and confirms nothing.
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && onConfirm?.()}
      onBlur={() => onBlur?.()}
    />
  )
}) satisfies Face
