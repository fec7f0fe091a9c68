import { useEffect, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { useStore } from 'zustand'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { OfflineBar } from '@/components/offline-bar'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { ageWords, useNow } from '@/services/clock'
import { touches, useLive } from '@/services/live'
import { goBack, goTo, useParams } from '@/services/navigate'
import { loadWords, useReload } from '@/services/reload'
import { useMe, useSession } from '@/services/session'
import { Shown } from './shown'
import { makeTimeline } from './store'
import './index.scss'

export default function TimelinePage() {
  const { id = '', as }: { id?: string; as?: string } = useParams('timeline')
  const [store] = useState(() => makeTimeline(id, as))
  const { phase, load, leave } = useStore(store)
  const { me, failure, load: askWho } = useMe()
  const now = useNow()
  const reload = () => (me ? load(me.roles) : askWho())
  const { offlineSince } = useLive((change) => void (touches(change, id) && reload()))

  const person = me?.id
  useEffect(() => {
    if (person) void load(useSession.getState().me?.roles ?? [])
  }, [person, load])
  useDidShow(() => {
    if (store.getState().phase.name === 'shown') void reload()
  })
  useEffect(() => leave, [leave])

  const failed = phase.name === 'failed' ? phase.failure : me === null ? failure : null
  useReload(failed, () => void reload())
  return (
    <Page title='进度详情' onBack={() => void goBack()}>
      <OfflineBar
        offline={offlineSince !== null}
        age={offlineSince ? ageWords(offlineSince, now) : undefined}
        onRetry={() => void reload()}
      />
      {me?.id === null || failed?.code === 'unauthenticated' ? (
        <Empty
          title='先验证手机号'
          hint='进度只给投递的人和内推的人看。'
          action={{ label: '去验证', onTap: () => void goTo('prove', { next: 'timeline' }) }}
        />
      ) : failed ? (
        <ErrorState title='没有打开' hint={loadWords(failed)} onRetry={() => void reload()} />
      ) : phase.name === 'shown' ? (
        <Shown key={phase.seat} store={store} timeline={phase.timeline} seat={phase.seat} />
      ) : (
        <Skeleton shape='detail' />
      )}
    </Page>
  )
}
