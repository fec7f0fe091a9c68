import type { FunctionComponent } from 'react'

export type TextAreaControlProps = {
  label: string
  value: string
  onInput: (value: string) => void
  placeholder?: string
  maxLength: number
  disabled?: boolean
  invalid: boolean
  errorId?: string
  testId?: string
}

export type TextAreaControl = FunctionComponent<TextAreaControlProps>
