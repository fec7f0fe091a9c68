import type { TextAreaControl as Face } from './face'

export const TextAreaControl = ((props) => (
  <textarea
    className='b-text-area__input'
    rows={3}
    value={props.value}
    placeholder={props.placeholder}
    maxLength={props.maxLength}
    disabled={props.disabled}
    aria-label={props.label}
    aria-invalid={props.invalid}
    aria-describedby={props.errorId}
    data-testid={props.testId}
    onChange={(event) => props.onInput(event.target.value)}
  />
)) satisfies Face
