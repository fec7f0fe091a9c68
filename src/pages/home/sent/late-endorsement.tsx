import { View } from '@tarojs/components'
import type { SentInvitation } from '@/contract/calls/invitation'
import { Chips } from '@/components/chips'
import { RELATION_NAMES } from '@/domain/endorsement'
import { RELATION_OPTIONS } from '../relation-options'
import { useSent } from './sent-store'

/** The relation, for whoever sent without one. What was given with the invitation is only shown. */
export function LateEndorsement({ invitation, given }: { invitation: SentInvitation; given: boolean }) {
  const { relation, line } = invitation
  const { endorse } = useSent.getState()
  if (given) {
    const words = [relation && RELATION_NAMES[relation], line && `“${line}”`].filter(Boolean).join(' · ')
    return <View className='home-sent__note'>你的背书：{words}</View>
  }
  return (
    <View className='home-sent__relation'>
      <View className='home-sent__note'>你们怎么认识的？（选填，HR 会先看有背书的）</View>
      <Chips
        label='你们怎么认识的'
        options={RELATION_OPTIONS}
        value={relation ?? undefined}
        onChange={(chosen) => void endorse({ relation: chosen ?? null })}
      />
    </View>
  )
}
