import { useState } from 'react'
import { View } from '@tarojs/components'
import { Field } from '@/components/field'
import { Tappable } from '@/components/tappable'
import { clipboard } from '@/services/clipboard'
import { DialCodeSheet } from './dial-code-sheet'
import type { NumberAnswer } from './number-answers'
import { useHome } from '../store'

/** Eleven digits. The prefix opens a choice of country codes; the code may as well be typed or pasted. */
export function PhoneField({ answer }: { answer: NumberAnswer | null }) {
  const { dialCode, typed } = useHome((state) => state.draft.phone)
  const phase = useHome((state) => state.phase)
  const { typePhone, pastePhone } = useHome.getState()
  const [choosing, setChoosing] = useState(false)
  const problem = phase.name === 'editing' && phase.problem?.at === 'phone' ? phase.problem : answer

  const paste = async () => pastePhone(await clipboard.read())

  return (
    <>
      <Field
        large
        focus
        label='TA 的手机号'
        placeholder='TA 的手机号'
        keyboard='phone'
        value={typed}
        onInput={typePhone}
        error={problem?.words}
        disabled={phase.name !== 'editing'}
        testId='phone'
        prefix={
          <Tappable
            className='home-phone__code'
            label={`国家或地区代码 +${dialCode}，点按更换`}
            onTap={() => setChoosing(true)}
          >
            <View className='home-phone__code-words'>{typed.startsWith('+') ? '+' : `+${dialCode}`}</View>
          </Tappable>
        }
        right={
          <Tappable className='home-phone__paste' label='粘贴手机号' onTap={() => void paste()}>
            粘贴
          </Tappable>
        }
      />
      <DialCodeSheet open={choosing} onClose={() => setChoosing(false)} />
    </>
  )
}
