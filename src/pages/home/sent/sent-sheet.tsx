import { Sheet } from '@/components/sheet'
import { dayWords } from '@/domain/shanghai'
import { SentInvitationView } from './sent-invitation'
import { useHome } from '../store'

/** Comes up when an invitation stands. Closing it, in whichever way, makes room for the next number. */
export function SentSheet() {
  const phase = useHome((state) => state.phase)
  const { finish } = useHome.getState()
  if (phase.name !== 'sent') return null
  const until = dayWords(new Date(phase.invitation.expiresAt))
  return (
    <Sheet
      open
      title={phase.already ? '这份邀请之前已经发过' : '邀请已生成'}
      hint={phase.already ? `来源一直记在你名下，${until}前有效` : `来源已记在你名下，${until}前有效`}
      onClose={finish}
    >
      <SentInvitationView invitation={phase.invitation} already={phase.already} />
    </Sheet>
  )
}
