import { useState } from 'react'
import { View } from '@tarojs/components'
import { Cell } from '@/components/cell'
import { Chips } from '@/components/chips'
import { TextArea } from '@/components/text-area'
import { LINE_LIMIT, LINE_STARTERS, RELATION_NAMES } from '@/domain/endorsement'
import { withStarter } from './draft'
import { RELATION_OPTIONS } from './relation-options'
import { useHome } from './store'

const STARTERS = LINE_STARTERS.map((starter) => ({ value: starter, label: starter }))

/** One row, folded: who the candidate is to me, and a line of my own. */
export function EndorsementFold() {
  const relation = useHome((state) => state.draft.relation)
  const line = useHome((state) => state.draft.line)
  const phase = useHome((state) => state.phase)
  const { endorse } = useHome.getState()
  const [unfolded, setUnfolded] = useState(false)
  const problem = phase.name === 'editing' && phase.problem?.at === 'line' ? phase.problem.words : undefined
  const open = unfolded || problem !== undefined
  const written = [relation && RELATION_NAMES[relation], line.trim() && '已写一句']
    .filter(Boolean)
    .join(' · ')

  return (
    <View className='home-row home-row--last'>
      <Cell
        label='加一句推荐，HR 会先看'
        value={<View className='home-fold'>{open ? '收起' : written || '展开'}</View>}
        expanded={open}
        onTap={() => setUnfolded(!open)}
        testId='endorsement'
      />
      {open && (
        <View className='home-endorsement'>
          <View className='home-endorsement__label'>你们怎么认识的？</View>
          <Chips
            label='你们怎么认识的'
            options={RELATION_OPTIONS}
            value={relation ?? undefined}
            onChange={(chosen) => endorse({ relation: chosen ?? null })}
          />
          <TextArea
            label='推荐语（TA 和 HR 都会看到）'
            placeholder='你们一起做过什么，TA 为什么合适'
            value={line}
            maxLength={LINE_LIMIT}
            onInput={(text) => endorse({ line: text })}
            error={problem}
          />
          <Chips
            label='从这里写起'
            options={STARTERS}
            value={STARTERS.find(({ value }) => value === line.trim())?.value}
            onChange={(starter) => endorse({ line: starter ? withStarter(line, starter) : '' })}
          />
        </View>
      )}
    </View>
  )
}
