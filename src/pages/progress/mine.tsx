import { useCallback, useEffect, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import type { Me } from '@/contract/calls/me'
import { OfflineBar } from '@/components/offline-bar'
import { Segments } from '@/components/segments'
import { ageWords, useCloudNow, useNow } from '@/services/clock'
import { invitationCard, neutralCard } from '@/services/invitation-card'
import { useLive } from '@/services/live'
import { ownCardLater } from '@/services/own-card'
import { takeProgressDoor } from '@/services/progress-door'
import { useSession } from '@/services/session'
import { share } from '@/services/share'
import type { Share } from '@/services/share/face'
import { Applications } from './applications'
import { InvitationSheet } from './invitation-sheet'
import { makeInvitation } from './invitation-store'
import { makeList } from './list-store'
import { Referrals } from './referrals'

type Seat = 'referrer' | 'candidate'

// The face, because the web's half of it leaves the card unread.
const { useShareCard }: Share = share

/** Both sides of one person: whom I referred, and what I applied for. The second is all there is for most. */
export function Mine({ me }: { me: Me }) {
  const employee = me.employee !== null
  const [seat, setSeat] = useState<Seat>(employee ? 'referrer' : 'candidate')
  const [lists] = useState(() => ({ referrer: makeList('referrer'), candidate: makeList('candidate') }))
  const [invitation] = useState(makeInvitation)
  const now = useNow()
  const cloudNow = useCloudNow()
  const reload = () => Promise.all([lists[seat].getState().load(), invitation.getState().refresh()])
  const { offlineSince } = useLive(() => {
    void reload()
    // How many invitations wait is part of who I am.
    void useSession.getState().load()
  })

  /** A message may have led here, to one side or to one invitation. */
  const enter = useCallback(() => {
    const door = takeProgressDoor()
    if (!door) return
    if (employee) setSeat(door.seat)
    if (door.invitationId !== null) void invitation.getState().open(door.invitationId)
  }, [employee, invitation])

  useEffect(() => {
    void lists[seat].getState().load()
  }, [lists, seat])
  // Its first show is over before this part of the page is there.
  useEffect(enter, [enter])
  useDidShow(() => {
    enter()
    if (lists[seat].getState().phase.name === 'shown') void reload()
  })
  useEffect(() => () => invitation.getState().close(), [invitation])
  useShareCard(() => {
    const { phase } = invitation.getState()
    if (phase.name === 'shown') return invitationCard(phase.invitation, me)
    return ownCardLater(null, me, neutralCard(me))
  })

  return (
    <>
      <OfflineBar
        offline={offlineSince !== null}
        age={offlineSince ? ageWords(offlineSince, now) : undefined}
        onRetry={() => void reload()}
      />
      {employee && (
        <Segments<Seat>
          label='看哪一边'
          options={[
            { value: 'referrer', label: '我推荐的' },
            { value: 'candidate', label: '我的投递', count: me.invitationsWaiting || undefined },
          ]}
          value={seat}
          onChange={setSeat}
        />
      )}
      {seat === 'referrer' ? (
        <Referrals list={lists.referrer} invitation={invitation} now={cloudNow} />
      ) : (
        <Applications list={lists.candidate} now={cloudNow} />
      )}
      <InvitationSheet store={invitation} />
    </>
  )
}
