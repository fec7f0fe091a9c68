import { useEffect, useRef, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { useStore } from 'zustand'
import { ErrorState } from '@/components/error-state'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { goBack, goTo, replaceWith, useParams } from '@/services/navigate'
import { loadWords, useReload } from '@/services/reload'
import { Declined } from './declined'
import { Gone } from './gone'
import { Open } from './open'
import { Shared } from './share'
import { makeInvitation } from './store'
import { tokenOf } from './token'
import './index.scss'

export default function InvitationPage() {
  const token = tokenOf(useParams('invitation'))
  const [store] = useState(() => makeInvitation(token))
  const phase = useStore(store, (state) => state.phase)
  const { load, accept, decline, leave } = store.getState()
  /** Accept was tapped before the number was proven: on return from there it goes on by itself. */
  const goesOn = useRef(false)
  const returns = useRef(false)

  const onAccept = async () => {
    const next = await accept()
    goesOn.current = next === 'prove'
    if (next === 'prove') await goTo('prove', { next: 'invitation', token })
    if (next === 'apply') await goTo('apply', { token })
  }

  useDidShow(() => {
    void load().then(() => {
      const now = store.getState().phase
      if (now.name !== 'open') return
      const { addressee, status, applicationId } = now.landing
      const wanted = goesOn.current && addressee
      // Whoever comes back from the timeline wants to leave it, and is not led there again.
      const arrives = wanted || !returns.current
      goesOn.current = false
      returns.current = true
      if (status === 'applied' && applicationId && arrives)
        return replaceWith('timeline', { id: applicationId })
      return wanted && applicationId === null ? onAccept() : undefined
    })
  })
  useReload(phase.name === 'failed' ? phase.failure : null, () => void load())
  useEffect(() => leave, [leave])

  return (
    <Page title='内推邀请' onBack={() => void goBack()}>
      {phase.name === 'loading' && <Skeleton shape='detail' />}
      {phase.name === 'failed' && (
        <ErrorState title='邀请没有打开' hint={loadWords(phase.failure)} onRetry={() => void load()} />
      )}
      {phase.name === 'gone' && <Gone words={phase.words} jobs={phase.jobs} />}
      {phase.name === 'shared' && <Shared landing={phase.landing} token={token} />}
      {phase.name === 'open' && <Open {...phase} onAccept={() => void onAccept()} onDecline={decline} />}
      {phase.name === 'declined' && <Declined {...phase} onErase={() => void decline(true)} />}
    </Page>
  )
}
