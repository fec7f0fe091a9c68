import { useState } from 'react'
import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import type { Timeline } from '@/contract/calls/progress'
import { Card } from '@/components/card'
import { Tappable } from '@/components/tappable'
import { isEnd } from '@/domain/stages'
import { TransferForm } from './form'
import type { TransferState } from './store'
import './index.scss'

type Props = { timeline: Timeline; store: StoreApi<TransferState> }

/** 「转到其他职位」, folded: it is rare. What has ended cannot be moved. */
export function Transfer({ timeline, store }: Props) {
  const phase = useStore(store, (state) => state.phase)
  const [unfolded, setUnfolded] = useState(false)
  const { owner, stage } = timeline
  if (phase.name === 'told') {
    return (
      <Card>
        <View className='move-told' role='status'>
          <View className='move-told__title'>已转到「{phase.job}」，已经告诉：</View>
          <View className='case-small'>候选人：{phase.texts.candidate}</View>
          {owner && <View className='case-small'>内推人：{phase.texts.referrer}</View>}
        </View>
      </Card>
    )
  }
  if (isEnd(stage) || stage === 'hired') return null
  return (
    <Card>
      <Tappable
        className='transfer__fold'
        expanded={unfolded}
        onTap={() => setUnfolded(!unfolded)}
        testId='transfer-fold'
      >
        <View>转到其他职位</View>
        <View aria-hidden>{unfolded ? '⌃' : '⌄'}</View>
      </Tappable>
      {unfolded && <TransferForm timeline={timeline} store={store} />}
    </Card>
  )
}
