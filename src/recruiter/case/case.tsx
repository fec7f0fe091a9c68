import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { Move } from '../move/move'
import { Endorsement } from './endorsement'
import { Head } from './head'
import { History } from './history'
import { Ownership } from './ownership'
import type { CaseState } from './store'
import './index.scss'

/** One application in full. Give it a `key`: another one is another story. */
export function Case({ store }: { store: StoreApi<CaseState> }): ReactNode {
  const phase = useStore(store, (state) => state.phase)
  const { load, ...doings } = store.getState()

  if (phase.name === 'loading') return <Skeleton shape='detail' />
  if (phase.name === 'failed') {
    if (phase.missing) return <Empty title='没有找到这条推荐' hint='它可能已被删除，或者与你自己有关' />
    return <ErrorState title='没有加载出来' hint={phase.words} onRetry={() => void load()} />
  }
  const { timeline, draft, move } = phase
  return (
    <View className='case'>
      <Head timeline={timeline} />
      <View className='case__columns'>
        <View className='case__main'>
          <Endorsement timeline={timeline} />
          <Move timeline={timeline} draft={draft} move={move} {...doings} />
        </View>
        <View className='case__side'>
          <History events={timeline.events} />
          <Ownership timeline={timeline} />
        </View>
      </View>
    </View>
  )
}
