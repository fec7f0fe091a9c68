import { View } from '@tarojs/components'
import { OfflineBar } from '@/components/offline-bar'
import { Choices } from './choices'
import { InviterCard } from './inviter-card'
import { JobCard } from './job-card'
import { StoredNote } from './stored-note'
import type { Phase } from './store'

type OpenProps = Omit<Extract<Phase, { name: 'open' }>, 'name'> & {
  onAccept: () => void
  onDecline: (erase: boolean) => Promise<void>
}

/** The invitation itself: who, what, what is stored, and the three choices. */
export function Open({ landing, problem, sending, onAccept, onDecline }: OpenProps) {
  return (
    <>
      <OfflineBar offline={sending?.away ?? false} />
      <InviterCard landing={landing} />
      {landing.job && <JobCard job={landing.job} />}
      <StoredNote landing={landing} />
      {problem && (
        <View className='invitation__problem' role='alert'>
          {problem}
        </View>
      )}
      <Choices landing={landing} sending={sending?.choice} onAccept={onAccept} onDecline={onDecline} />
    </>
  )
}
