import { Textarea } from '@tarojs/components'
import type { TextAreaControl as Face } from './face'

export const TextAreaControl = (({ label, value, onInput, placeholder, maxLength, disabled, testId }) => (
  <Textarea
    className='b-text-area__input'
    value={value}
    placeholder={placeholder}
    placeholderClass='b-text-area__placeholder'
    maxlength={maxLength}
    disabled={disabled}
    autoHeight
    aria-label={label}
    data-testid={testId}
    onInput={({ detail }) => onInput(detail.value)}
  />
)) satisfies Face
