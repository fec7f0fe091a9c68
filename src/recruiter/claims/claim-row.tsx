import { View } from '@tarojs/components'
import type { OpenClaim } from '@/contract/calls/source'
import { classNames } from '@/components/class-names'
import { Tag } from '@/components/tag'
import { Tappable } from '@/components/tappable'
import { ageWords } from '@/services/clock'
import { claimWords, soFarWords } from '../ownership/claim-words'
import { rowElementId } from '../row-keys'

type Props = { claim: OpenClaim; now: Date; selected: boolean; onOpen: () => void }

/** Whose referral, what is said about it, and whose it is so far. Without an application there is nothing to open yet. */
export function ClaimRow({ claim, now, selected, onOpen }: Props) {
  const { id, applicationId, candidate, job, words, at } = claim
  const content = (
    <>
      <View className='claims__head'>
        <View className='claims__who'>{candidate ?? '还没有投递'}</View>
        <View className='claims__job'>{job ?? '未指定职位'}</View>
        <View className='claims__at'>{ageWords(new Date(at), now)}</View>
      </View>
      <View>{claimWords(claim)}</View>
      {words && <View className='claims__words'>“{words}”</View>}
      <View className='claims__foot'>
        <Tag tone='gray'>{soFarWords(claim)}</Tag>
      </View>
    </>
  )
  return (
    <View
      id={rowElementId(id)}
      className={classNames('claims__row', selected && 'claims__row--on')}
      role='listitem'
    >
      {applicationId === null ? (
        <View className='claims__body'>{content}</View>
      ) : (
        <Tappable className='claims__body' onTap={onOpen}>
          {content}
        </Tappable>
      )}
    </View>
  )
}
