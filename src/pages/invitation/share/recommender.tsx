import { View } from '@tarojs/components'
import type { ShareLanding } from '@/contract/calls/share'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { Tag } from '@/components/tag'
import { anybodyWords, FROM_WORDS } from './words'

/** Who recommends, and by which door the reader came. */
export function Recommender({ landing }: { landing: ShareLanding }) {
  const { company, channel, referrer, job, own } = landing
  const what = job?.takesReferrals ? '这个职位' : `${company}的职位`
  return (
    <Card>
      <View className='invitation__inviter'>
        <Avatar name={referrer.name} />
        <View className='invitation__inviter-words'>
          <View className='invitation__heading' role='heading'>
            {referrer.name} 推荐{what}
          </View>
          <View className='invitation__small'>
            {company} · {referrer.department}
          </View>
        </View>
      </View>
      <View className='invitation__tags'>
        <Tag>{FROM_WORDS[channel]}</Tag>
      </View>
      {!own && <View className='invitation__anybody'>{anybodyWords(channel, referrer.name)}</View>}
    </Card>
  )
}
