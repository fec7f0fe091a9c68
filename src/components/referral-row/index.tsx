import { View } from '@tarojs/components'
import { StageBar } from '../stage-bar'
import { Tag, type Tone } from '../tag'
import { Tappable } from '../tappable'
import './index.scss'

export type ReferralRowProps = {
  /** The name, or the masked number until the candidate has given one. */
  who: string
  job: string
  step: number
  steps?: number
  ended?: boolean
  stageWords: string
  due?: { words: string; tone: Tone }
  /** Before the due time, in its colour: 「被催 2 次」. */
  mark?: string
  /** 「保护期至 5 月 20 日」 */
  footer?: string
  onTap?: () => void
  /** At the right, and what it is about on a line of its own beside it: 「保护期已结束，可再次推荐」 「再次推荐」. */
  action?: { label: string; onTap: () => void }
}

/** A referral is drawn like this and no other way. The action lies beside the row's own button, not in it. */
export function ReferralRow(props: ReferralRowProps) {
  const { who, job, step, steps, ended, stageWords, due, mark, footer, onTap, action } = props
  const content = (
    <>
      <View className='b-referral-row__head'>
        <View className='b-referral-row__title'>
          <View className='b-referral-row__who'>{who}</View>
          <View className='b-referral-row__job'>· {job}</View>
        </View>
        {due && mark && <Tag tone={due.tone}>{mark}</Tag>}
        {due && <Tag tone={due.tone}>{due.words}</Tag>}
      </View>
      <View className='b-referral-row__bar'>
        <StageBar step={step} steps={steps} ended={ended} />
      </View>
      <View className='b-referral-row__foot'>
        <View className='b-referral-row__stage'>{stageWords}</View>
        {footer && !action && <View className='b-referral-row__footer'>{footer}</View>}
      </View>
      {footer && action && <View className='b-referral-row__about'>{footer}</View>}
    </>
  )
  return (
    <View className='b-referral-row'>
      {onTap ? (
        <Tappable className='b-referral-row__body' onTap={onTap}>
          {content}
        </Tappable>
      ) : (
        <View className='b-referral-row__body'>{content}</View>
      )}
      {action && (
        <Tappable className='b-referral-row__action' label={`${action.label}：${who}`} onTap={action.onTap}>
          {action.label}
        </Tappable>
      )}
    </View>
  )
}
