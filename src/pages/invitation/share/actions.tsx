import { View } from '@tarojs/components'
import type { ShareLanding } from '@/contract/calls/share'
import { Button } from '@/components/button'
import { CHANNEL_NAMES } from '@/domain/share'
import { goTo } from '@/services/navigate'
import { useSession } from '@/services/session'
import { Report } from './report'

/** Prove first where nothing is proven yet; the token goes along either way. */
async function applyThrough(token: string): Promise<void> {
  const { me, load } = useSession.getState()
  if (!me) await load()
  const visitor = useSession.getState().me?.id === null
  await (visitor ? goTo('prove', { next: 'apply', token }) : goTo('apply', { token }))
}

/** What the reader can do: apply, see what became of it, or, for whoever made it, look after it. */
export function Actions({ landing, token }: { landing: ShareLanding; token: string }) {
  const { own, channel, applicationId, job } = landing
  if (own) {
    return (
      <View className='invitation__choices'>
        <View className='invitation__notice' role='status'>
          这是你自己的{CHANNEL_NAMES[channel]}，别人打开看到的就是这样。
        </View>
        <Button kind='ghost' onTap={() => void goTo('sharesList')}>
          管理我的海报和链接
        </Button>
      </View>
    )
  }
  return (
    <View className='invitation__choices'>
      {applicationId ? (
        <>
          <View className='invitation__small'>你已经投递了，可以随时查看进度。</View>
          <Button onTap={() => void goTo('timeline', { id: applicationId })}>查看进度</Button>
        </>
      ) : (
        job?.takesReferrals && (
          <Button onTap={() => void applyThrough(token)} testId='apply'>
            投递这个职位
          </Button>
        )
      )}
      <Report token={token} />
    </View>
  )
}
