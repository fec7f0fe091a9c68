import { View } from '@tarojs/components'
import type { Timeline } from '@/contract/calls/progress'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import type { CaseState, MovePhase } from '../case/store'
import { targetsFrom, type MoveDraft } from './draft'
import { MoveForm } from './form'
import { Told } from './told'
import './index.scss'

type Props = { timeline: Timeline; draft: MoveDraft; move: MovePhase } & Pick<
  CaseState,
  'edit' | 'send' | 'giveUp' | 'carryOn'
>

/** Moving an application: writing it, and what came of it. */
export function Move({ carryOn, ...form }: Props) {
  const { timeline, move } = form
  const { onward, ends, backward } = targetsFrom(timeline.stage)
  const over = onward.length + ends.length + backward.length === 0

  return (
    <Card>
      <View className='case-title' role='heading'>
        {over ? '流程已完成' : '推进，并告诉双方'}
      </View>
      {move.name === 'told' ? (
        <>
          <Told told={move.told} />
          {!over && (
            <Button kind='ghost' onTap={carryOn} testId='carry-on'>
              继续下一步
            </Button>
          )}
        </>
      ) : (
        !over && <MoveForm {...form} move={move} />
      )}
    </Card>
  )
}
