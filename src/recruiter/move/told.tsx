import { View } from '@tarojs/components'
import type { Told as ToldWords } from '../case/store'
import { movedWords } from './words'

/** What each side was told, right after a move. */
export function Told({ told }: { told: ToldWords }) {
  return (
    <View className='move-told' role='status'>
      <View className='move-told__title'>{movedWords(told.from, told.to, told.round)}，已经告诉：</View>
      <View className='case-small'>候选人：{told.candidate}</View>
      {told.referrer && <View className='case-small'>内推人：{told.referrer}</View>}
    </View>
  )
}
