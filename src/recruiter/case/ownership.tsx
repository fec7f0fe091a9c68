import { View } from '@tarojs/components'
import type { Timeline } from '@/contract/calls/progress'
import { Card } from '@/components/card'
import { shanghaiDay } from '@/domain/shanghai'

/** Whose referral it is and until when. Frozen when the candidate applied. */
export function Ownership({ timeline: { owner, protectedUntil, handler } }: { timeline: Timeline }) {
  return (
    <Card>
      <View className='case-title' role='heading'>
        归属
      </View>
      <View>{owner ? `${owner.name} · ${owner.department}` : '没有内推人'}</View>
      {owner && (
        <View className='case-small'>
          保护至 {shanghaiDay(new Date(protectedUntil)).date}，流程未结束则一直有效
        </View>
      )}
      {handler && <View className='case-small'>负责招聘：{handler}</View>}
    </Card>
  )
}
