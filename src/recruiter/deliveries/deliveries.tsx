import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useStore } from 'zustand'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { useLive } from '@/services/live'
import { loadWords, useReload } from '@/services/reload'
import { LiveBar } from '../live-bar'
import { DeliveryHeadView } from './head'
import { LetterRow } from './letter-row'
import { makeDeliveries } from './store'

export function Deliveries() {
  const [store] = useState(makeDeliveries)
  const { load, giveUp } = store.getState()
  const { offlineSince } = useLive((change) => void (change === 'everything' && load()))
  useEffect(() => void load(), [load])
  useDidShow(() => void load())
  useEffect(() => giveUp, [giveUp])
  return (
    <View className='deliveries'>
      <LiveBar since={offlineSince} onRetry={() => void load()} />
      <Letters store={store} />
    </View>
  )
}

function Letters({ store }: { store: ReturnType<typeof makeDeliveries> }) {
  const { phase, resends, load, more, resend } = useStore(store)
  useReload(phase.name === 'failed' ? phase.failure : null, () => void load())
  if (phase.name === 'loading') return <Skeleton shape='list' />
  if (phase.name === 'failed') {
    return <ErrorState title='没有加载出来' hint={loadWords(phase.failure)} onRetry={() => void load()} />
  }
  const { pages, head, next, loadingMore } = phase
  return (
    <>
      <DeliveryHeadView head={head} />
      {pages.flat().length === 0 ? (
        <Empty title='没有送不到的提醒' hint='反复发送都没成功的会留在这里，写明原因，可以重发' />
      ) : (
        <Card className='deliveries__rows'>
          <View role='list' aria-label='没送到的提醒'>
            {pages.map((letters, page) => (
              <View key={page} className='deliveries__page'>
                {letters.map((letter) => (
                  <LetterRow
                    key={letter.id}
                    letter={letter}
                    resending={resends[letter.id]}
                    onResend={() => void resend(letter.id)}
                  />
                ))}
              </View>
            ))}
          </View>
        </Card>
      )}
      {next !== null && (
        <Button kind='plain' loading={loadingMore} onTap={() => void more()}>
          再看更早的
        </Button>
      )}
    </>
  )
}
