import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { Timeline } from '@/contract/calls/progress'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { OfflineBar } from '@/components/offline-bar'
import { dialog } from '@/services/dialog'
import { makeNudge } from './store'
import { mayNudgeNow, nudgedWords, nudgeQuestion, nudgeWords } from './words'

type Props = { timeline: Timeline; now: Date; reload: () => Promise<void> }

/** 催一下: for the owner of a referral, where there is an answer to wait for. */
export function Nudge({ timeline, now, reload }: Props) {
  const { id, nudge, nudges, handler } = timeline
  const [store] = useState(() => makeNudge(id, reload))
  const { phase, send, giveUp } = useStore(store)
  useEffect(() => giveUp, [giveUp])

  const words = nudge && nudgeWords(nudge, handler, now)
  if (!nudge || !words) return null
  const done = nudgedWords(nudges, handler)
  const ask = async () => {
    if (await dialog.confirm(nudgeQuestion(nudge, handler, now))) await send()
  }
  const may = mayNudgeNow(nudge, now)
  const button = (
    <Button
      kind='ghost'
      fit={!may}
      disabled={!may}
      loading={phase.name === 'sending'}
      onTap={() => void ask()}
      testId='nudge'
    >
      催一下
    </Button>
  )
  return (
    <Card>
      <View className={done ? 'timeline__done' : undefined} role='status'>
        {done}
      </View>
      <OfflineBar offline={phase.name === 'sending' && phase.waiting} />
      {may ? (
        <>
          {button}
          <View className='timeline__under'>{words}</View>
        </>
      ) : (
        <View className='timeline__later'>
          <View className='timeline__when'>{words}</View>
          {button}
        </View>
      )}
      {phase.name === 'idle' && phase.problem && (
        <View className='timeline__problem' role='alert'>
          {phase.problem}
        </View>
      )}
    </Card>
  )
}
