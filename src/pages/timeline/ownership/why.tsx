import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import { Button } from '@/components/button'
import { ErrorState } from '@/components/error-state'
import { Explained } from '@/components/explained'
import { Skeleton } from '@/components/skeleton'
import type { ExplanationState } from '@/services/explanation'
import { loadWords, useReload } from '@/services/reload'
import type { Seat } from '../steps'
import { disputeWords } from './words'

type Props = { store: StoreApi<ExplanationState>; seat: Seat; owned: boolean; onDispute: () => void }

/** What is folded behind 「为什么？」. */
export function Why({ store, seat, owned, onDispute }: Props) {
  const { phase, refresh } = useStore(store)
  useReload(phase.name === 'failed' ? phase.failure : null, () => void refresh())

  if (phase.name === 'closed') return null
  if (phase.name === 'loading') return <Skeleton shape='detail' rows={1} />
  if (phase.name === 'failed') {
    const retry = () => void refresh()
    return <ErrorState title='没有加载出来' hint={loadWords(phase.failure)} onRetry={retry} />
  }
  const { sentences, log, mayClaim, mayObject } = phase.explanation
  return (
    <View className='timeline__why'>
      <Explained sentences={sentences} log={log} />
      {(mayClaim || mayObject) && (
        <Button kind='plain' onTap={onDispute} testId='dispute'>
          {disputeWords(seat, owned)}
        </Button>
      )}
    </View>
  )
}
