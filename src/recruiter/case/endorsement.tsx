import { View } from '@tarojs/components'
import type { Timeline } from '@/contract/calls/progress'
import { Card } from '@/components/card'
import { RELATION_NAMES } from '@/domain/endorsement'

/** A colleague's word, as far as there is one. */
export function Endorsement({ timeline: { owner, relation, line } }: { timeline: Timeline }) {
  if (!owner) {
    return (
      <Card>
        <View className='case-title'>自己投递</View>
        <View className='case-small'>没有内推人</View>
      </Card>
    )
  }
  return (
    <Card>
      <View className='case-title' role='heading'>
        {owner.name}的推荐
      </View>
      <View className='case-small'>
        {owner.department} · {relation ? RELATION_NAMES[relation] : '未填关系'}
      </View>
      {line ? <View className='case-quote'>“{line}”</View> : <View className='case-small'>没有写推荐语</View>}
    </Card>
  )
}
