import type { JobDetail } from '@/contract/calls/job'
import { neutralCard } from '@/services/invitation-card'
import { jobCard, ownCardLater } from '@/services/own-card'
import { useSession } from '@/services/session'
import { share } from '@/services/share'
import type { Share } from '@/services/share/face'

// The face, because the web's half of it leaves the card unread.
const { useShareCard }: Share = share

/** What WeChat's menu forwards from this page: a colleague's card is theirs, anybody else's keeps the share they came by. */
export function useJobCard(job: JobDetail | null, token: string | undefined): void {
  useShareCard(() => {
    const { me } = useSession.getState()
    if (!job) return neutralCard(me)
    const card = jobCard(job, me, token)
    return job.takesReferrals ? ownCardLater(job, me, card) : card
  })
}
