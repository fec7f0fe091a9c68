import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import type { SentInvitation } from '@/contract/calls/invitation'
import { Button } from '@/components/button'
import { Cell } from '@/components/cell'
import { OfflineBar } from '@/components/offline-bar'
import { Timeline } from '@/components/timeline'
import { mayBecome } from '@/domain/invitation'
import { clipboard } from '@/services/clipboard'
import { dialog } from '@/services/dialog'
import { invitationTitle } from '@/services/invitation-card'
import { useSession } from '@/services/session'
import { Endorse } from './endorse'
import { ForwardButton } from './forward-button'
import { invitationSteps } from './invitation-steps'
import type { InvitationStore } from './invitation-store'
import { Objection } from './objection'

type DetailProps = { store: StoreApi<InvitationStore>; invitation: SentInvitation }

export function InvitationDetail({ store, invitation }: DetailProps) {
  const { sending, problem, endorse, revoke, close } = useStore(store)
  const me = useSession((state) => state.me)
  const [byHand, setByHand] = useState(false)
  const { status, job, link, sourceCode, textWords } = invitation
  const unanswered = mayBecome(status, 'accepted')

  const copy = async () => {
    const copied = await clipboard.copy(link)
    setByHand(!copied)
    if (copied) dialog.toast('链接已复制，粘贴给 TA 就行')
  }
  const takeBack = async () => {
    const body = 'TA 的号码会立即删除，已发出的链接随之失效。'
    if (
      await dialog.confirm({ title: '撤回这份邀请？', body, yes: '撤回邀请', no: '先留着', danger: true })
    ) {
      if (!(await revoke())) return
      close()
      dialog.toast('邀请已撤回，号码已删除')
    }
  }

  return (
    <>
      <OfflineBar offline={sending === 'away'} />
      <Timeline items={invitationSteps(invitation)} />
      <View>
        <Cell label='职位' value={job ? `${job.title} · ${job.city}` : '未指定'} />
        <Cell label='来源编号' value={sourceCode} />
        {unanswered && <Cell label='短信' value={textWords} />}
        {unanswered && <Endorse invitation={invitation} busy={sending !== 'no'} onSave={endorse} />}
        {status !== 'applied' && status !== 'revoked' && <Objection invitationId={invitation.id} />}
      </View>
      {problem && (
        <View className='progress__problem' role='alert'>
          {problem}
        </View>
      )}
      {mayBecome(status, 'revoked') && (
        <View className='progress__actions'>
          <ForwardButton title={invitationTitle(invitation, me)} url={link} />
          <Button kind='ghost' onTap={() => void copy()}>
            复制链接
          </Button>
          {byHand && (
            <Text className='progress__link' userSelect>
              {link}
            </Text>
          )}
          <Button kind='plain' loading={sending !== 'no'} onTap={() => void takeBack()} testId='revoke'>
            撤回邀请
          </Button>
        </View>
      )}
    </>
  )
}
