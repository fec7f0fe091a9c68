import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import type { ProgressItem } from '@/contract/calls/progress'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ErrorState } from '@/components/error-state'
import { ReferralRow, type ReferralRowProps } from '@/components/referral-row'
import { Skeleton } from '@/components/skeleton'
import type { WorkCalendar } from '@/domain/work-time'
import { loadWords, useReload } from '@/services/reload'
import type { ReferralWords } from '@/services/referral-words'
import type { ListStore } from './list-store'

type ItemListProps = {
  store: StoreApi<ListStore>
  wordsOf: (item: ProgressItem, calendar: WorkCalendar) => ReferralWords
  onOpen: (item: ProgressItem) => void
  /** What can be done about a line besides opening it. */
  actionOf?: (item: ProgressItem) => ReferralRowProps['action']
  empty: ReactNode
}

/** Lines of referrals or applications, page by page, with what stands there while there are none. */
export function ItemList({ store, wordsOf, onOpen, actionOf, empty }: ItemListProps) {
  const { phase, load, loadMore } = useStore(store)
  const failure = phase.name === 'failed' ? phase.failure : null
  useReload(failure, () => void load())
  if (failure) {
    return <ErrorState title='没有加载出来' hint={loadWords(failure)} onRetry={() => void load()} />
  }
  if (phase.name !== 'shown' || phase.items === null) return <Skeleton shape='list' />
  if (phase.items.flat().length === 0) return empty
  return (
    <>
      <Card flush>
        {phase.items.map((items, at) => (
          <View key={at} className={items.length > 0 ? 'progress__page' : undefined}>
            {items.map((item) => (
              <ReferralRow
                key={item.id}
                {...wordsOf(item, phase.page.calendar)}
                onTap={() => onOpen(item)}
                action={actionOf?.(item)}
              />
            ))}
          </View>
        ))}
      </Card>
      {phase.page.next !== null && (
        <View className='progress__more'>
          <Button kind='plain' loading={phase.loadingMore} onTap={() => void loadMore()}>
            再看一些
          </Button>
        </View>
      )}
    </>
  )
}
