import { useEffect, useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { SentInvitation } from '@/contract/calls/invitation'
import { Button } from '@/components/button'
import { INVITATION_NAMES, mayBecome } from '@/domain/invitation'
import { clipboard } from '@/services/clipboard'
import { dialog } from '@/services/dialog'
import { invitationTitle } from '@/services/invitation-card'
import { useSession } from '@/services/session'
import { subscribe } from '@/services/subscribe'
import { NewsButton } from '@/services/subscribe/news-button'
import { ForwardButton } from './forward-button'
import { InvitationTicket } from './invitation-ticket'
import { LateEndorsement } from './late-endorsement'
import { useSent } from './sent-store'
import { useHome } from '../store'

/** The answer, and what follows from it. */
const NEWS = ['answer', 'progress'] as const

type Props = { invitation: SentInvitation; already: boolean }

export function SentInvitationView({ invitation, already }: Props) {
  const me = useSession((state) => state.me)
  const phase = useSent((state) => state.phase)
  const { open, carryOver, revoke } = useSent.getState()
  const { finish } = useHome.getState()
  const [copyByHand, setCopyByHand] = useState(false)
  const [endorsedBefore] = useState(invitation.relation !== null || invitation.line !== null)
  const { link, status } = invitation

  useEffect(() => {
    open()
    void carryOver()
  }, [open, carryOver])
  useEffect(() => {
    if (phase.name !== 'revoked') return
    dialog.toast('邀请已撤回，号码已删除')
    finish()
  }, [phase.name, finish])

  const copy = async () => {
    const copied = await clipboard.copy(link)
    setCopyByHand(!copied)
    if (copied) dialog.toast('链接已复制')
  }
  const takeBack = async () => {
    const body = 'TA 的号码会被删除，收到的链接随即失效。'
    const sure = await dialog.confirm({ title: '撤回这份邀请？', body, yes: '撤回', danger: true })
    if (sure) await revoke()
  }

  return (
    <View className='home-sent'>
      <InvitationTicket invitation={invitation} />
      {already && <View className='home-sent__status'>目前：{INVITATION_NAMES[status]}</View>}
      <ForwardButton title={invitationTitle(invitation, me)} url={link} />
      <Button kind='ghost' onTap={() => void copy()} testId='copy-link'>
        复制链接
      </Button>
      {copyByHand && (
        <Text className='home-sent__link' userSelect>
          {link}
        </Text>
      )}
      <View className='home-sent__text'>
        <Text>短信</Text>
        <Text className='home-sent__text-words'>{invitation.textWords}</Text>
      </View>
      {mayBecome(status, 'accepted') && <NewsButton templates={NEWS} label='TA 一回应就告诉我' />}
      <LateEndorsement invitation={invitation} given={endorsedBefore} />
      {phase.name === 'idle' && phase.problem && (
        <View className='home-sent__problem' role='alert'>
          {phase.problem}
        </View>
      )}
      <View className='home-sent__ends'>
        {mayBecome(status, 'revoked') && (
          <Button
            kind='plain'
            loading={phase.name === 'revoking'}
            onTap={() => void takeBack()}
            testId='revoke'
          >
            撤回
          </Button>
        )}
        <Button
          kind='plain'
          onTap={() => {
            subscribe.renewNews(NEWS)
            finish()
          }}
          testId='finish'
        >
          完成
        </Button>
      </View>
    </View>
  )
}
