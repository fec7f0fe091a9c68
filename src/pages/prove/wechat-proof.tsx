import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Me } from '@/contract/calls/me'
import { wordsFor } from '@/contract/words'
import { Button } from '@/components/button'
import { bindProof } from '@/services/phone-proof'

export function WechatProof({ onProven }: { onProven: (me: Me) => void }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')

  const onCode = async (code: string | undefined) => {
    if (!code) return setProblem('没有拿到号码。点按钮后选择「允许」，就能继续')
    setBusy(true)
    setProblem('')
    const reply = await bindProof(code)
    setBusy(false)
    if (reply.ok) onProven(reply.data)
    else setProblem(wordsFor(reply.code, reply))
  }

  return (
    <View className='prove__form'>
      <Button
        openType='getPhoneNumber'
        loading={busy}
        onPhoneCode={(code) => void onCode(code)}
        testId='wechat'
      >
        用微信手机号验证
      </Button>
      {problem && (
        <View className='prove__problem' role='alert'>
          {problem}
        </View>
      )}
    </View>
  )
}
