import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { OfflineBar } from '@/components/offline-bar'
import { pausedWords } from '@/domain/due'
import { dialog } from '@/services/dialog'
import { Problem } from './problem'
import type { PauseState } from './store'

/** 「已暂停到 12 月 2 日」, and the way back. */
export function Paused({ store, until }: { store: StoreApi<PauseState>; until: Date }) {
  const { phase, resume } = useStore(store)
  const goOn = async () => {
    if (await resume()) dialog.toast('好，我们继续')
  }
  return (
    <Card>
      <View className='timeline__done' role='status'>
        {pausedWords(until)}
      </View>
      <View className='timeline__small'>不用赶，到那天自动继续；准备好了，随时可以回来。</View>
      <OfflineBar offline={phase.name === 'sending' && phase.waiting} />
      <View className='timeline__actions'>
        <Button kind='ghost' loading={phase.name === 'sending'} onTap={() => void goOn()} testId='resume'>
          我准备好了
        </Button>
      </View>
      <Problem phase={phase} />
    </Card>
  )
}
