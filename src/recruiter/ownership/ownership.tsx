import { useState } from 'react'
import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import type { Timeline } from '@/contract/calls/progress'
import { Card } from '@/components/card'
import { ErrorState } from '@/components/error-state'
import { Explained } from '@/components/explained'
import { Skeleton } from '@/components/skeleton'
import { Tappable } from '@/components/tappable'
import { protectionWords } from '@/domain/protection'
import { useCloudNow } from '@/services/clock'
import type { ExplanationState } from '@/services/explanation'
import { loadWords, useReload } from '@/services/reload'
import { RulingForm } from '../ruling/form'
import type { RulingState } from '../ruling/store'
import './index.scss'

type Props = {
  timeline: Timeline
  explaining: StoreApi<ExplanationState>
  ruling: StoreApi<RulingState>
}

/** Whose referral it is, until when, and everything about why. */
export function Ownership({ timeline, explaining, ruling }: Props) {
  const { owner, handler } = timeline
  const now = useCloudNow()
  const dates = {
    endedAt: timeline.endedAt === null ? null : new Date(timeline.endedAt),
    protectedUntil: new Date(timeline.protectedUntil),
  }
  return (
    <Card>
      <View className='case-title' role='heading'>
        归属
      </View>
      <View>{owner ? `${owner.name} · ${owner.department}` : '没有内推人'}</View>
      {owner && <View className='case-small'>{protectionWords(dates, now)}</View>}
      {handler && <View className='case-small'>负责招聘：{handler}</View>}
      <Why store={explaining} />
      <Correct explaining={explaining} ruling={ruling} owner={owner} />
    </Card>
  )
}

function Why({ store }: { store: StoreApi<ExplanationState> }) {
  const { phase, open } = useStore(store)
  const retry = () => void open()
  useReload(phase.name === 'failed' ? phase.failure : null, retry)
  if (phase.name === 'failed') {
    return <ErrorState title='归属说明没有加载出来' hint={loadWords(phase.failure)} onRetry={retry} />
  }
  if (phase.name !== 'shown') return <Skeleton shape='detail' rows={1} />
  return (
    <View className='ownership__why'>
      <Explained sentences={phase.explanation.sentences} log={phase.explanation.log} />
    </View>
  )
}

/** Where nobody contests it a recruiter may still know better. What is contested is decided above. */
function Correct({ explaining, ruling, owner }: Omit<Props, 'timeline'> & Pick<Timeline, 'owner'>) {
  const phase = useStore(explaining, (state) => state.phase)
  const ruled = useStore(ruling, (state) => state.phase.name === 'ruled' && !state.phase.contested)
  const [unfolded, setUnfolded] = useState(false)
  if (phase.name !== 'shown' || phase.explanation.claims.length > 0) return null
  const open = unfolded || ruled
  return (
    <>
      <Tappable className='ownership__fold' expanded={open} onTap={() => setUnfolded(!open)} testId='correct'>
        <View>更正归属</View>
        <View aria-hidden>{open ? '⌃' : '⌄'}</View>
      </Tappable>
      {open && <RulingForm store={ruling} owner={owner} contested={false} />}
    </>
  )
}
