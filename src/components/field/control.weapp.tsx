import { Input } from '@tarojs/components'
import type { FieldControl as Face, Keyboard } from './face'

const typeOf: Record<Keyboard, 'text' | 'number'> = { text: 'text', phone: 'number', code: 'number' }

export const FieldControl = ((props) => {
  const { id, label, value, onInput, onConfirm, onBlur, placeholder, keyboard, maxLength = -1 } = props
  return (
    <Input
      id={id}
      className='b-field__input'
      type={typeOf[keyboard]}
      value={value}
      placeholder={placeholder}
      placeholderClass='b-field__placeholder'
      maxlength={maxLength}
      disabled={props.disabled}
      focus={props.focus}
      aria-label={label}
      data-testid={props.testId}
      onInput={({ detail }) => onInput(detail.value)}
      onConfirm={() => onConfirm?.()}
      onBlur={() => onBlur?.()}
    />
  )
}) satisfies Face
