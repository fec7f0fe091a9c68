import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { OfflineBar } from '@/components/offline-bar'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { goBack, goToTab, useParams } from '@/services/navigate'
import { neutralCard } from '@/services/invitation-card'
import { ownCard } from '@/services/own-card'
import { loadWords, useReload } from '@/services/reload'
import { useSession } from '@/services/session'
import { share } from '@/services/share'
import type { Share } from '@/services/share/face'
import { ReferrersOnly } from '../referrers-only'
import { Editor } from './editor'
import { makeCardPage } from './store'
import './index.scss'

// The face, because the web's half of it leaves the card unread.
const { useShareCard }: Share = share

export default function CardPage() {
  const { job } = useParams('sharesCard')
  const [store] = useState(() => makeCardPage(job ?? null))

  useShareCard(() => {
    const { me } = useSession.getState()
    const { phase, picture } = store.getState()
    return phase.name === 'ready' ? ownCard(phase.share, me, picture) : neutralCard(me)
  })

  return (
    <Page title='转发卡片' onBack={() => void goBack()}>
      <ReferrersOnly>
        <Content store={store} />
      </ReferrersOnly>
    </Page>
  )
}

function Content({ store }: { store: ReturnType<typeof makeCardPage> }) {
  const { phase, away, load, draw, leave } = useStore(store)
  const company = useSession((state) => state.me?.company ?? '')
  const ready = phase.name === 'ready'
  useEffect(() => {
    void load()
    return leave
  }, [load, leave])
  useEffect(() => void (ready && draw(company)), [ready, draw, company])
  useReload(phase.name === 'failed' ? phase.failure : null, () => void load())

  switch (phase.name) {
    case 'loading':
      return <Skeleton shape='form' />
    case 'failed':
      return <ErrorState title='卡片没有准备好' hint={loadWords(phase.failure)} onRetry={() => void load()} />
    case 'closed':
      return (
        <Empty
          title='这个职位已停止招聘'
          hint='换一个还在招的职位转发'
          action={{ label: '看在招职位', onTap: () => void goToTab('jobs') }}
        />
      )
    case 'ready':
      return (
        <>
          <OfflineBar offline={away} />
          <Editor store={store} share={phase.share} />
        </>
      )
  }
}
