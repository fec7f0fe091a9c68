import { View } from '@tarojs/components'
import type { Timeline } from '@/contract/calls/progress'
import { Card } from '@/components/card'
import { stampWords } from '@/domain/shanghai'
import { stageWords } from '@/domain/stages'

type Event = Timeline['events'][number]

/** Everything that happened, newest first, with what was told to whom and what stays in here. */
export function History({ events }: { events: readonly Event[] }) {
  const newestFirst = [...events].sort((a, b) => b.at.localeCompare(a.at))
  return (
    <Card>
      <View className='case-title' role='heading'>
        进度
      </View>
      <View role='list'>
        {newestFirst.map((event) => (
          <Step key={event.id} event={event} />
        ))}
      </View>
    </Card>
  )
}

function Step({ event: { at, to, round, internal } }: { event: Event }) {
  return (
    <View className='case-step' role='listitem'>
      <View className='case-step__head'>
        <View className='case-step__stage'>{stageWords(to, round)}</View>
        <View className='case-step__at'>
          {[internal?.by, stampWords(new Date(at))].filter(Boolean).join(' · ')}
        </View>
      </View>
      {internal && (
        <>
          <Line label='原因' words={internal.reason} />
          <Line label='备注' words={internal.note} />
          <Line label='告诉候选人' words={internal.candidateText} />
          <Line label='告诉内推人' words={internal.referrerText} />
        </>
      )}
    </View>
  )
}

function Line({ label, words }: { label: string; words: string | null }) {
  if (words === null) return null
  return (
    <View className='case-small'>
      {label}：{words}
    </View>
  )
}
