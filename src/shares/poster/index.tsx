import { useEffect, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { goBack, replaceWith, useParams } from '@/services/navigate'
import { loadWords, useReload } from '@/services/reload'
import { useSession } from '@/services/session'
import { ReferrersOnly } from '../referrers-only'
import { Actions } from './actions'
import { Plain } from './plain'
import { Preview } from './preview'
import { makePosterPage, type Phase } from './store'
import './index.scss'

export default function PosterPage() {
  const { id = '' } = useParams('sharesPoster')
  const [store] = useState(() => makePosterPage(id))
  const { phase, load } = useStore(store)
  const mayRefer = useSession(({ me }) => me?.employee?.mayRefer ?? false)
  useEffect(() => void (mayRefer && load()), [mayRefer, load])
  useReload(phase.name === 'failed' ? phase.failure : null, () => void load())

  const drawn = phase.name === 'ready' && phase.drawing.name !== 'plain'
  return (
    <Page title='海报' onBack={() => void goBack()} footer={drawn && <Actions store={store} />}>
      <ReferrersOnly>{content(phase, () => void load())}</ReferrersOnly>
    </Page>
  )
}

function content(phase: Phase, reload: () => void): ReactNode {
  switch (phase.name) {
    case 'loading':
      return <Skeleton shape='detail' rows={1} />
    case 'failed':
      return <ErrorState title='海报没有打开' hint={loadWords(phase.failure)} onRetry={reload} />
    case 'gone':
      return (
        <Empty
          title='这张海报已经不在了'
          hint='可能已经结束，或者不是你的。扫它的人会看到在招职位'
          action={{ label: '做一张新的', onTap: () => void replaceWith('sharesList') }}
        />
      )
    case 'ready':
      return phase.drawing.name === 'plain' ? (
        <Plain code={phase.drawing.code} link={phase.share?.link ?? null} />
      ) : (
        <Preview {...phase} />
      )
  }
}
