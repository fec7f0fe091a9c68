import { View } from '@tarojs/components'
import type { Timeline } from '@/contract/calls/progress'
import { Card } from '@/components/card'
import { Tag, type Tone } from '@/components/tag'
import { RELATION_NAMES } from '@/domain/endorsement'
import { isEnd, stageWords, type Stage } from '@/domain/stages'
import { headlineOf } from './headline'
import type { Seat } from './steps'

const GOOD_NEWS: readonly Stage[] = ['onboarding', 'hired', 'confirmed']

const toneOf = (stage: Stage): Tone => (GOOD_NEWS.includes(stage) ? 'gold' : isEnd(stage) ? 'gray' : 'jade')

/** What it is about, where it is, and what was last said. */
export function Head({ timeline, seat, now }: { timeline: Timeline; seat: Seat; now: Date }) {
  const { company, job, name, maskedPhone, owner, stage, round, relation, line } = timeline
  const own = seat === 'candidate'
  const { said, promise, due } = headlineOf(timeline, seat, now)
  const about = own
    ? [company, job.city, owner && `${owner.name}推荐`]
    : [job.title, job.city, relation && RELATION_NAMES[relation]]
  const stageName = own && stage === 'withdrawn' ? '已撤回' : stageWords(stage, round)

  return (
    <Card>
      <View className='timeline__row'>
        <View className='timeline__heading' role='heading'>
          {own ? job.title : (name ?? maskedPhone ?? '号码已删除')}
        </View>
        <Tag tone={toneOf(stage)}>{stageName}</Tag>
      </View>
      <View className='timeline__small'>{about.filter(Boolean).join(' · ')}</View>
      {line && <View className='timeline__small'>你的推荐语：“{line}”</View>}
      {(said || promise || due) && (
        <View className='timeline__said' role='status'>
          {said && <View className='timeline__strong'>{said}</View>}
          {promise && <View className='timeline__small'>{promise}</View>}
          {due && <Tag tone={due.tone}>{due.words}</Tag>}
        </View>
      )}
    </Card>
  )
}
