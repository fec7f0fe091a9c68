import type { FunctionComponent } from 'react'

/** Which keys a thumb gets. `phone` also takes a plus sign and spaces, `code` offers the code just received. */
export type Keyboard = 'text' | 'phone' | 'code'

export type FieldControlProps = {
  id: string
  label: string
  value: string
  onInput: (value: string) => void
  onConfirm?: () => void
  onBlur?: () => void
  placeholder?: string
  keyboard: Keyboard
  maxLength?: number
  disabled?: boolean
  focus?: boolean
  invalid: boolean
  /** The id of the words that say what is wrong. */
  errorId?: string
  testId?: string
}

export type FieldControl = FunctionComponent<FieldControlProps>
