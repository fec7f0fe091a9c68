import type { Me } from '@/contract/calls/me'
import { ErrorState } from '@/components/error-state'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import type { Failure } from '@/services/cloud'
import { invitationCard, neutralCard } from '@/services/invitation-card'
import { loadWords, useReload } from '@/services/reload'
import { ownCardLater } from '@/services/own-card'
import { useMe } from '@/services/session'
import { share } from '@/services/share'
import type { Share } from '@/services/share/face'
import { Outsider } from './outsider'
import { Referring } from './referring'
import { useHome } from './store'
import './index.scss'

// The face, because the web's half of it leaves the card unread.
const { useShareCard }: Share = share

export default function HomePage() {
  const { me, failure, load } = useMe()
  useReload(me ? null : failure, () => void load())

  useShareCard(() => {
    const { phase } = useHome.getState()
    if (phase.name === 'sent') return invitationCard(phase.invitation, me)
    return ownCardLater(null, me, neutralCard(me))
  })

  return (
    <Page title='伯乐内推' seal>
      <Content me={me} failure={failure} onRetry={() => void load()} />
    </Page>
  )
}

function Content({ me, failure, onRetry }: { me: Me | null; failure: Failure | null; onRetry: () => void }) {
  if (!me) {
    if (!failure) return <Skeleton shape='form' />
    return <ErrorState title='暂时打不开' hint={loadWords(failure)} onRetry={onRetry} />
  }
  if (me.id !== null && me.employee?.mayRefer) return <Referring personId={me.id} />
  return <Outsider me={me} />
}
