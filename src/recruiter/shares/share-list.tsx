import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { POLICY } from '@/domain/policy'
import { loadWords, useOnReturn, useReload } from '@/services/reload'
import { isMore } from '../whole-list'
import { ShareRow } from './share-row'
import { makeSuspicious } from './store'

export function ShareList() {
  const [store] = useState(makeSuspicious)
  const { phase, load, more } = useStore(store)
  // Its first show is over before this part of the page is there.
  useEffect(() => void load(), [load])
  useOnReturn(load)
  useReload(phase.name === 'failed' ? phase.failure : null, () => void load())

  if (phase.name === 'loading') return <Skeleton shape='list' />
  if (phase.name === 'failed') {
    return <ErrorState title='没有加载出来' hint={loadWords(phase.failure)} onRetry={() => void load()} />
  }
  if (phase.rows.length === 0) {
    return <Empty title='没有可疑的来源' hint='被举报是买来的，或者打开的人多、背书少的，会出现在这里' />
  }
  return (
    <>
      <View className='suspicious__about'>
        近 {POLICY.suspicion.days} 天里被举报，或者打开的人多、背书少的来源。可能另有原因，先问问这位同事。
      </View>
      <Card className='suspicious__rows'>
        <View role='list'>
          {phase.pages.map((shares, page) => (
            <View key={page} className='suspicious__page'>
              {shares.map((share) => (
                <ShareRow key={share.id} share={share} />
              ))}
            </View>
          ))}
        </View>
      </Card>
      {isMore(phase) && (
        <Button kind='plain' onTap={more}>
          再看一些
        </Button>
      )}
    </>
  )
}
