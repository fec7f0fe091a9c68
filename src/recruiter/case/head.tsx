import { View } from '@tarojs/components'
import type { Timeline } from '@/contract/calls/progress'
import { Tag, type Tone } from '@/components/tag'
import { dueAt, dueWords } from '@/domain/due'
import { isEnd, stageWords, type Stage } from '@/domain/stages'
import { useNow } from '@/services/clock'
import { Phone } from './phone'
import { Resume } from './resume'

const GOOD_NEWS: readonly Stage[] = ['onboarding', 'hired', 'confirmed']
const toneOf = (stage: Stage): Tone => (GOOD_NEWS.includes(stage) ? 'gold' : isEnd(stage) ? 'gray' : 'jade')

/** Who, for which job, where it stands, and how to reach them. */
export function Head({ timeline }: { timeline: Timeline }) {
  const { id, name, job, stage, round, maskedPhone, resume, note } = timeline
  return (
    <View className='case-head'>
      <View className='case-head__who'>
        <View className='case-head__name' role='heading'>
          {name ?? '姓名已删除'}
        </View>
        <Tag tone={toneOf(stage)}>{stageWords(stage, round)}</Tag>
        <DueTag timeline={timeline} />
      </View>
      <View className='case-head__job'>
        {job.title} · {job.department} · {job.city}
      </View>
      <View className='case-head__facts'>
        <Phone id={id} masked={maskedPhone} />
        <Resume id={id} kind={resume} />
      </View>
      {note && <View className='case-quote'>候选人留言：{note}</View>}
    </View>
  )
}

function DueTag({ timeline }: { timeline: Timeline }) {
  const now = useNow()
  if (timeline.dueAt === null || timeline.endedAt !== null) return null
  const due = dueAt(new Date(timeline.dueAt), now, timeline.calendar)
  return <Tag tone={due.late ? 'seal' : 'jade'}>{dueWords(due, timeline.calendar)}</Tag>
}
