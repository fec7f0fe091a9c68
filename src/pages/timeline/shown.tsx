import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import type { Template } from '@/domain/notices/event'
import type { Timeline as TimelineView } from '@/contract/calls/progress'
import { Card } from '@/components/card'
import { Timeline } from '@/components/timeline'
import { useCloudNow } from '@/services/clock'
import { NewsButton } from '@/services/subscribe/news-button'
import { CandidatePart } from './candidate-part'
import { Head } from './head'
import { Nudge } from './nudge'
import { Ownership } from './ownership'
import { AskForTime } from './pause/ask-for-time'
import { Paused } from './pause/paused'
import { makePause } from './pause/store'
import { mayAskForTime, pausedUntil } from './pause/words'
import { timelineSteps, type Seat } from './steps'
import type { TimelineStore } from './store'

/** What there will be news of. */
const NEWS: Record<Seat, readonly Template[]> = { candidate: ['progress'], referrer: ['progress', 'answer'] }

type Props = { store: StoreApi<TimelineStore>; timeline: TimelineView; seat: Seat }

export function Shown({ store, timeline, seat }: Props) {
  const problem = useStore(store, (state) => state.problem)
  const { refresh } = store.getState()
  const [pause] = useState(() => makePause(timeline.id, refresh))
  useEffect(() => pause.getState().giveUp, [pause])
  const now = useCloudNow()
  const own = seat === 'candidate'
  const until = pausedUntil(timeline, now)

  return (
    <>
      <Head timeline={timeline} seat={seat} now={now} />
      {own && until && <Paused store={pause} until={until} />}
      {!own && <Nudge timeline={timeline} now={now} reload={refresh} />}
      <Card>
        <Timeline items={timelineSteps(timeline, seat, now)} />
      </Card>
      <Ownership timeline={timeline} seat={seat} now={now} />
      <NewsButton templates={NEWS[seat]} />
      {problem && (
        <View className='timeline__problem' role='alert'>
          {problem}
        </View>
      )}
      {own && mayAskForTime(timeline, now) && <AskForTime store={pause} timeline={timeline} now={now} />}
      {own && <CandidatePart store={store} timeline={timeline} />}
    </>
  )
}
