import { View } from '@tarojs/components'
import type { ProgressItem } from '@/contract/calls/progress'
import { classNames } from '@/components/class-names'
import { ReferralRow } from '@/components/referral-row'
import { RELATION_NAMES } from '@/domain/endorsement'
import type { WorkCalendar } from '@/domain/work-time'
import { referralWords } from '@/services/referral-words'
import { nudgeMark } from '../nudged/words'
import { rowElementId } from '../row-keys'

type Props = {
  item: ProgressItem
  now: Date
  calendar: WorkCalendar
  selected: boolean
  onOpen: () => void
}

export function QueueRow({ item, now, calendar, selected, onOpen }: Props) {
  const words = referralWords(item, now, calendar)
  return (
    <View id={rowElementId(item.id)} className={classNames('queue__row', selected && 'queue__row--on')}>
      <ReferralRow
        {...words}
        mark={words.due?.tone === 'seal' ? nudgeMark(item.nudges) : undefined}
        footer={sourceWords(item)}
        onTap={onOpen}
      />
    </View>
  )
}

/** Whose word stands behind it: 「林晓推荐 · 前同事」. */
function sourceWords({ referrer, relation }: ProgressItem): string {
  if (referrer === null) return '自己投递'
  return `${referrer}推荐 · ${relation ? RELATION_NAMES[relation] : '未填关系'}`
}
