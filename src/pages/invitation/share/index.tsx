import type { ShareLanding } from '@/contract/calls/share'
import { InvitationsWaiting } from '@/components/invitations-waiting'
import { goToTab } from '@/services/navigate'
import { Actions } from './actions'
import { Jobs } from './jobs'
import { Recommender } from './recommender'
import { Stored } from './stored'

/** Where a card, a poster, a code or a link leads: nobody was named, so nobody has to answer. */
export function Shared({ landing, token }: { landing: ShareLanding; token: string }) {
  return (
    <>
      <Recommender landing={landing} />
      <InvitationsWaiting
        count={landing.invitationsWaiting}
        note='有人专门邀请了你，先看看是谁'
        onTap={() => void goToTab('progress')}
      />
      <Jobs landing={landing} token={token} />
      {!landing.own && !landing.applicationId && <Stored landing={landing} />}
      <Actions landing={landing} token={token} />
    </>
  )
}
