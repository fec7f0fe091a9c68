import { View } from '@tarojs/components'
import type { Landing } from '@/contract/calls/invitation'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { inviterWords } from './words'

export function InviterCard({ landing }: { landing: Landing }) {
  const { company, referrer, relation, line, job } = landing
  return (
    <Card>
      <View className='invitation__inviter'>
        <Avatar name={referrer.name} />
        <View className='invitation__inviter-words'>
          <View className='invitation__heading' role='heading'>
            {referrer.name} 邀请你看看{job ? '这个机会' : `${company}的机会`}
          </View>
          <View className='invitation__small'>
            {company} · {inviterWords(referrer.department, relation)}
          </View>
        </View>
      </View>
      {line && <View className='invitation__line'>“{line}”</View>}
    </Card>
  )
}
