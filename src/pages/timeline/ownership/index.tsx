import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { Timeline } from '@/contract/calls/progress'
import { Card } from '@/components/card'
import { Tappable } from '@/components/tappable'
import { protectionWords } from '@/domain/protection'
import { makeDispute } from '@/services/dispute'
import { makeExplanation } from '@/services/explanation'
import type { Seat } from '../steps'
import { DisputeSheet } from './dispute-sheet'
import { Why } from './why'
import { ownerWords } from './words'

type Props = { timeline: Timeline; seat: Seat; now: Date }

/** Whose referral it is and until when; folded: why, what happened since, and the way to object. */
export function Ownership({ timeline, seat, now }: Props) {
  const { id, owner } = timeline
  const [explaining] = useState(() => makeExplanation(seat, id))
  const [dispute] = useState(() =>
    makeDispute(seat === 'candidate' ? { as: seat, id } : { as: seat, kind: 'application', id }),
  )
  const [disputing, setDisputing] = useState(false)
  const open = useStore(explaining, ({ phase }) => phase.name !== 'closed')
  const { open: ask, close, refresh } = explaining.getState()

  // Whatever brought a new timeline may have been a decision about its owner.
  useEffect(() => void refresh(), [refresh, timeline])
  useEffect(() => dispute.getState().giveUp, [dispute])

  const dates = {
    endedAt: timeline.endedAt === null ? null : new Date(timeline.endedAt),
    protectedUntil: new Date(timeline.protectedUntil),
  }
  return (
    <Card>
      <View className='timeline__row timeline__row--even'>
        <View className='timeline__heading' role='heading'>
          推荐归属
        </View>
        <View className='timeline__whose'>{ownerWords(owner, seat)}</View>
      </View>
      {owner && <View className='timeline__small'>{protectionWords(dates, now)}</View>}
      <Tappable
        className='timeline__fold'
        label='为什么记在这里'
        expanded={open}
        onTap={() => (open ? close() : void ask())}
        testId='why'
      >
        <View>为什么？</View>
        <View aria-hidden>{open ? '⌃' : '⌄'}</View>
      </Tappable>
      <Why store={explaining} seat={seat} owned={owner !== null} onDispute={() => setDisputing(true)} />
      <DisputeSheet
        store={dispute}
        seat={seat}
        open={disputing}
        onClose={() => setDisputing(false)}
        onSettled={() => void refresh()}
      />
    </Card>
  )
}
