import { useId, type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { classNames } from '../class-names'
import { FieldControl } from './control'
import type { FieldControlProps } from './face'
import './index.scss'

export type FieldProps = Omit<FieldControlProps, 'id' | 'keyboard' | 'invalid' | 'errorId'> & {
  keyboard?: FieldControlProps['keyboard']
  /** What is wrong and what to do, in the person's words; shown under the field and read aloud. */
  error?: string
  /** What is asked for and why, while nothing is wrong. */
  hint?: string
  /** The phone number on the first screen: large tabular figures on a line, its label not drawn. */
  large?: boolean
  prefix?: ReactNode
  right?: ReactNode
}

/** One line of typing. The parent holds the value. */
export function Field({ large, keyboard = 'text', error, hint, prefix, right, ...control }: FieldProps) {
  const id = useId()
  const errorId = `${id}-error`
  return (
    <View
      className={classNames(
        'b-field',
        large && 'b-field--large',
        control.value === '' && 'b-field--empty',
        Boolean(error) && 'b-field--wrong',
      )}
    >
      {!large && (
        <Text className='b-field__label' aria-hidden>
          {control.label}
        </Text>
      )}
      <View className='b-field__box'>
        {prefix && <View className='b-field__prefix'>{prefix}</View>}
        <FieldControl
          {...control}
          id={id}
          keyboard={keyboard}
          invalid={Boolean(error)}
          errorId={error ? errorId : undefined}
        />
        {right && <View className='b-field__right'>{right}</View>}
      </View>
      {error ? (
        <View className='b-field__error' id={errorId} role='alert'>
          {error}
        </View>
      ) : (
        hint && <View className='b-field__hint'>{hint}</View>
      )}
    </View>
  )
}
