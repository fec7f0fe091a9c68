import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import { Button } from '@/components/button'
import { dialog } from '@/services/dialog'
import { makeReport } from './report-store'

const confirmReport = () =>
  dialog.confirm({
    title: '这个内推码是买来的？',
    body: '内推从不收费。我们会告诉公司这个来源可能在被倒卖，不影响你投递。',
    yes: '告诉公司',
    no: '不是',
  })

/** Codes for sale are worth nothing to anybody: whoever bought one can say so, quietly. */
export function Report({ token }: { token: string }) {
  const [store] = useState(() => makeReport(token))
  const { phase, report, leave } = useStore(store)
  useEffect(() => leave, [leave])
  const ask = async () => {
    if (await confirmReport()) await report()
  }

  if (phase.name === 'told') {
    return (
      <View className='invitation__notice' role='status'>
        谢谢，已经告诉公司。内推从不收费，你可以照常投递。
      </View>
    )
  }
  return (
    <>
      {phase.name === 'idle' && phase.problem && (
        <View className='invitation__problem' role='alert'>
          {phase.problem}
        </View>
      )}
      <Button kind='plain' loading={phase.name === 'sending'} onTap={() => void ask()} testId='report'>
        {phase.name === 'sending' && phase.away ? '等待网络，连上就告诉公司' : '这个内推码是我买来的'}
      </Button>
    </>
  )
}
