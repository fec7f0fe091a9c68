import { useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { Me } from '@/contract/calls/me'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Tappable } from '@/components/tappable'
import { useNow } from '@/services/clock'
import { makeProve } from './store'

export function CodeProof({ onProven }: { onProven: (me: Me) => void }) {
  const [store] = useState(makeProve)
  const { phone, code, askedFor, askAgainAt, busy, phoneProblem, codeProblem, ...act } = useStore(store)
  // The tick only makes it render: its own time may be a second old, and 61 seconds would puzzle.
  useNow(1000)
  const seconds = Math.ceil((askAgainAt - Date.now()) / 1000)
  const waiting = seconds > 0
  const check = async () => {
    const me = await act.check()
    if (me) onProven(me)
  }

  return (
    <View className='prove__form'>
      <Field
        label='手机号'
        keyboard='phone'
        value={phone}
        placeholder='11 位手机号；境外号码请加国家码，如 +1'
        error={phoneProblem}
        focus
        testId='phone'
        onInput={act.typePhone}
        onConfirm={() => void act.ask()}
      />
      {askedFor && (
        <Field
          label='验证码'
          keyboard='code'
          value={code}
          placeholder='6 位数字'
          maxLength={6}
          error={codeProblem}
          hint='验证码已发送，5 分钟内有效'
          focus
          testId='code'
          onInput={act.typeCode}
          onConfirm={() => void check()}
          right={
            <Tappable
              className='prove__again'
              disabled={waiting || busy !== null}
              label={waiting ? `${seconds} 秒后可以重新获取` : '重新获取验证码'}
              onTap={() => void act.ask()}
            >
              {waiting ? `${seconds} 秒后重发` : '重新获取'}
            </Tappable>
          }
        />
      )}
      {askedFor ? (
        <Button loading={busy === 'checking'} onTap={() => void check()} testId='verify'>
          验证并继续
        </Button>
      ) : (
        <Button loading={busy === 'asking'} disabled={waiting} onTap={() => void act.ask()} testId='ask'>
          {waiting ? `${seconds} 秒后可以获取` : '获取验证码'}
        </Button>
      )}
    </View>
  )
}
