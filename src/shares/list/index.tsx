import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { ErrorState } from '@/components/error-state'
import { OfflineBar } from '@/components/offline-bar'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { ageWords, useNow } from '@/services/clock'
import { goBack } from '@/services/navigate'
import { loadWords, useOnReturn, useReload } from '@/services/reload'
import { ReferrersOnly } from '../referrers-only'
import { MyCode } from './my-code'
import { NewWays } from './new-ways'
import { Shares } from './shares'
import { makeShares } from './store'
import './index.scss'

export default function SharesListPage() {
  return (
    <Page title='我的推荐方式' onBack={() => void goBack()}>
      <ReferrersOnly>
        <Content />
      </ReferrersOnly>
    </Page>
  )
}

function Content() {
  const [store] = useState(makeShares)
  const phase = useStore(store, (state) => state.phase)
  const away = useStore(store, ({ doing }) => doing?.away ?? false)
  const { load, makeCode, leave } = store.getState()
  /** The share whose sheet is open: one just made, or one that was tapped. */
  const [shown, setShown] = useState<string | null>(null)
  const now = useNow()
  const stale = phase.name === 'ready' && phase.stale
  const begin = () => void load().then(makeCode)

  // Its first show is over before this part of the page is there.
  useEffect(() => {
    void load().then(makeCode)
    return leave
  }, [load, makeCode, leave])
  useOnReturn(load)
  useReload(phase.name === 'failed' ? phase.failure : null, begin)

  if (phase.name === 'loading') return <Skeleton shape='list' />
  if (phase.name === 'failed') {
    return <ErrorState title='没有加载出来' hint={loadWords(phase.failure)} onRetry={begin} />
  }
  return (
    <>
      <OfflineBar
        offline={stale || away}
        age={stale ? ageWords(phase.loadedAt, now) : undefined}
        onRetry={stale ? () => void load() : undefined}
      />
      <MyCode store={store} shares={phase.shares} />
      <NewWays onMade={(id) => void load().then(() => setShown(id))} />
      <Shares store={store} shares={phase.shares} shown={shown} onShow={setShown} />
    </>
  )
}
