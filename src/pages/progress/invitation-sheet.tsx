import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import { ErrorState } from '@/components/error-state'
import { Sheet } from '@/components/sheet'
import { Skeleton } from '@/components/skeleton'
import { loadWords, useReload } from '@/services/reload'
import { InvitationDetail } from './invitation-detail'
import type { InvitationPhase, InvitationStore } from './invitation-store'

/** An invitation that has led to no application: what became of it, and what can still be done. */
export function InvitationSheet({ store }: { store: StoreApi<InvitationStore> }) {
  const { phase, refresh, close } = useStore(store)
  useReload(phase.name === 'failed' ? phase.failure : null, () => void refresh())
  return (
    <Sheet open={phase.name !== 'closed'} title={titleOf(phase)} onClose={close}>
      <View className='progress__sheet'>
        {phase.name === 'loading' && <Skeleton shape='detail' rows={1} />}
        {phase.name === 'failed' && (
          <ErrorState title='没有打开' hint={loadWords(phase.failure)} onRetry={() => void refresh()} />
        )}
        {phase.name === 'shown' && <InvitationDetail store={store} invitation={phase.invitation} />}
      </View>
    </Sheet>
  )
}

function titleOf(phase: InvitationPhase): string {
  if (phase.name !== 'shown') return '邀请'
  const { maskedPhone } = phase.invitation
  return maskedPhone === null ? '邀请（号码已删除）' : `发给 ${maskedPhone} 的邀请`
}
