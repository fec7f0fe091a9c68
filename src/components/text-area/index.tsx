import { useId } from 'react'
import { Text, View } from '@tarojs/components'
import { classNames } from '../class-names'
import { TextAreaControl } from './control'
import type { TextAreaControlProps } from './face'
import './index.scss'

export type TextAreaProps = Omit<TextAreaControlProps, 'invalid' | 'errorId' | 'maxLength'> & {
  maxLength?: number
  error?: string
}

/** A few sentences. How many characters are left is shown once a fifth or less remains. */
export function TextArea({ maxLength = 500, error, ...control }: TextAreaProps) {
  const errorId = `${useId()}-error`
  const left = maxLength - control.value.length
  return (
    <View className={classNames('b-text-area', Boolean(error) && 'b-text-area--wrong')}>
      <View className='b-text-area__head'>
        <Text aria-hidden>{control.label}</Text>
        {left <= maxLength / 5 && <Text className='b-text-area__left'>还能写 {left} 字</Text>}
      </View>
      <TextAreaControl
        {...control}
        maxLength={maxLength}
        invalid={Boolean(error)}
        errorId={error ? errorId : undefined}
      />
      {error && (
        <View className='b-text-area__error' id={errorId} role='alert'>
          {error}
        </View>
      )}
    </View>
  )
}
