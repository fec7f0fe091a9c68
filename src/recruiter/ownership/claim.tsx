import { View } from '@tarojs/components'
import type { OpenClaim } from '@/contract/calls/source'
import { dayWords } from '@/domain/shanghai'
import { claimWords } from './claim-words'
import './index.scss'

/** A claim or an objection in its own words. */
export function Claim({ claim }: { claim: OpenClaim }) {
  return (
    <View className='claim' role='listitem'>
      <View className='claim__head'>
        <View className='claim__who'>{claimWords(claim)}</View>
        <View className='claim__at'>{dayWords(new Date(claim.at))}</View>
      </View>
      {claim.words ? (
        <View className='claim__words'>“{claim.words}”</View>
      ) : (
        <View className='case-small'>内容已随号码一起删除</View>
      )}
    </View>
  )
}
