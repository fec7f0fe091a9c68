import { useEffect, useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { loadWords, useReload } from '@/services/reload'
import { Move } from '../move/move'
import { Contested } from '../ownership/contested'
import { Ownership } from '../ownership/ownership'
import { Transfer } from '../transfer/transfer'
import type { CaseFile } from './case-file'
import { Endorsement } from './endorsement'
import { Head } from './head'
import { History } from './history'
import './index.scss'

/** One application in full. Give it a `key`: another one is another story. */
export function Case({ file }: { file: CaseFile }): ReactNode {
  const { main, explaining, ruling, transfer, load } = file
  const phase = useStore(main, (state) => state.phase)
  const explained = useStore(explaining, (state) => state.phase.name)
  const [seen, setSeen] = useState(false)
  const { edit, send, giveUp, carryOn } = main.getState()
  const failure = phase.name === 'failed' && !phase.missing ? phase.failure : null
  useReload(failure, () => void load())

  // What is contested stands on top: shown late it would push everything away from under a finger.
  const settled = phase.name === 'ready' && explained !== 'closed' && explained !== 'loading'
  useEffect(() => {
    if (settled) setSeen(true)
  }, [settled])

  if (phase.name === 'loading' || (phase.name === 'ready' && !settled && !seen))
    return <Skeleton shape='detail' />
  if (phase.name === 'failed') {
    if (phase.missing) return <Empty title='没有找到这条推荐' hint='它可能已被删除，或者与你自己有关' />
    return <ErrorState title='没有加载出来' hint={loadWords(phase.failure)} onRetry={() => void load()} />
  }
  const { timeline, draft, move } = phase
  return (
    <View className='case'>
      <Head timeline={timeline} />
      <View className='case__columns'>
        <View className='case__main'>
          <Contested id={timeline.id} explaining={explaining} ruling={ruling} />
          <Endorsement timeline={timeline} />
          <Move timeline={timeline} draft={draft} move={move} {...{ edit, send, giveUp, carryOn }} />
          <Transfer timeline={timeline} store={transfer} />
        </View>
        <View className='case__side'>
          <Ownership timeline={timeline} explaining={explaining} ruling={ruling} />
          <History events={timeline.events} />
        </View>
      </View>
    </View>
  )
}
