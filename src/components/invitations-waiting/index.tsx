import { Card } from '../card'
import { Cell } from '../cell'
import './index.scss'

export type InvitationsWaitingProps = { count: number; note: string; onTap: () => void }

/** Whatever door somebody comes by, they meet the invitations that wait for their number (clause 1). */
export function InvitationsWaiting({ count, note, onTap }: InvitationsWaitingProps) {
  if (count === 0) return null
  return (
    <Card flush className='b-invitations-waiting'>
      <Cell
        label={count === 1 ? '你还有一份同事的邀请' : `你还有 ${count} 份同事的邀请`}
        note={note}
        onTap={onTap}
        testId='waiting'
      />
    </Card>
  )
}
