import { View } from '@tarojs/components'
import type { JobDetail } from '@/contract/calls/job'
import { Button } from '@/components/button'
import { goTo } from '@/services/navigate'
import { useSession } from '@/services/session'
import { referFriendFor } from './refer-friend'

type Props = { job: JobDetail; token: string | undefined }

/** Colleagues refer, everybody may apply. */
export function Actions({ job, token }: Props) {
  const mayRefer = useSession((state) => state.me?.employee?.mayRefer ?? false)
  const apply = () => void goTo('apply', { job: job.id, token })

  if (!mayRefer) {
    return (
      <Button onTap={apply} testId='apply'>
        投递
      </Button>
    )
  }
  return (
    <View className='job-actions'>
      <Button kind='ghost' onTap={apply} testId='apply'>
        我要投递
      </Button>
      <Button kind='ghost' onTap={() => void goTo('sharesCard', { job: job.id })} testId='forward'>
        转发卡片
      </Button>
      <Button onTap={() => void referFriendFor(job)} testId='refer'>
        推荐朋友
      </Button>
    </View>
  )
}
