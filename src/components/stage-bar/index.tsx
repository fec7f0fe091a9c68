import { View } from '@tarojs/components'
import { classNames } from '../class-names'
import './index.scss'

export type StageBarProps = {
  /** How many stages are behind: 0 stands in the first, `steps` has passed them all. */
  step: number
  steps?: number
  /** It ended on the way: nothing is going on any more. */
  ended?: boolean
}

/** Where a referral is, at a glance. The words beside it say the same, so a screen reader skips the bar. */
export function StageBar({ step, steps = 7, ended }: StageBarProps) {
  return (
    <View className={classNames('b-stage-bar', ended && 'b-stage-bar--ended')} aria-hidden>
      {Array.from({ length: steps }, (_, index) => (
        <View
          key={index}
          className={classNames(
            'b-stage-bar__step',
            index < step && 'b-stage-bar__step--done',
            index === step && !ended && 'b-stage-bar__step--now',
          )}
        />
      ))}
    </View>
  )
}
