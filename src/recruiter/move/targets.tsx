import { useState } from 'react'
import { View } from '@tarojs/components'
import { Chips } from '@/components/chips'
import { Tappable } from '@/components/tappable'
import { isEnd, type Stage } from '@/domain/stages'
import { targetsFrom } from './draft'
import { targetWords } from './words'

type Props = { from: Stage; round: number; to: Stage | null; onChoose: (to: Stage) => void }

/** Onward first, ends quieter below, steps back folded away: they are rare and need a reason. */
export function Targets({ from, round, to, onChoose }: Props) {
  const { onward, ends, backward } = targetsFrom(from)
  const [unfolded, setUnfolded] = useState(false)
  const back = isEnd(from) ? '重新打开' : '退回'
  const showsBack = unfolded || (to !== null && backward.includes(to))

  const row = (label: string, targets: readonly Stage[]) =>
    targets.length > 0 && (
      <View className='move-row'>
        <View className='move-row__label'>{label}</View>
        <Chips
          label={label}
          options={targets.map((target) => ({ value: target, label: targetWords(from, target, round) }))}
          value={to !== null && targets.includes(to) ? to : undefined}
          onChange={(chosen) => chosen && onChoose(chosen)}
        />
      </View>
    )
  return (
    <View>
      {row('下一步', onward)}
      {row('结束', ends)}
      {backward.length > 0 && !showsBack && (
        <Tappable className='move-back' expanded={false} onTap={() => setUnfolded(true)}>
          {back}到前面的阶段 ⌄
        </Tappable>
      )}
      {showsBack && row(back, backward)}
    </View>
  )
}
