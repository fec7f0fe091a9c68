import { View } from '@tarojs/components'
import type { Timeline } from '@/contract/calls/progress'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { isEnd } from '@/domain/stages'
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
  const final = onward.length + ends.length + backward.length === 0
  const ended = isEnd(timeline.stage)

  return (
    <Card>
      <View className='case-title' role='heading'>
        {final ? '流程已完成' : ended ? '流程已结束' : '推进，并告诉双方'}
      </View>
      {move.name === 'told' ? (
        <>
          <Told told={move.told} />
          {!final && (
            <Button kind={ended ? 'plain' : 'ghost'} onTap={carryOn} testId='carry-on'>
              {ended ? '需要更正' : '继续下一步'}
            </Button>
          )}
        </>
      ) : (
        !final && <MoveForm {...form} move={move} />
      )}
    </Card>
  )
}
