import { View } from '@tarojs/components'
import type { Timeline } from '@/contract/calls/progress'
import { Tag, type Tone } from '@/components/tag'
import { isEnd, stageWords, type Stage } from '@/domain/stages'
import { useCloudNow } from '@/services/clock'
import { dueTag, pausedAt } from '@/services/due-tag'
import { nudgedWords } from '../nudged/words'
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
      <Waiting timeline={timeline} />
    </View>
  )
}

function DueTag({ timeline }: { timeline: Timeline }) {
  const now = useCloudNow()
  const { dueAt, paused, endedAt, calendar } = timeline
  const due = dueTag({ dueAt, pausedUntil: paused?.until ?? null }, now, calendar)
  return due && endedAt === null ? <Tag tone={due.tone}>{due.words}</Tag> : null
}

/** Who waits for whom: the referrer has asked for an answer, or the candidate for time. */
function Waiting({ timeline: { paused, nudges, endedAt } }: { timeline: Timeline }) {
  const now = useCloudNow()
  if (endedAt !== null) return null
  const until = pausedAt({ pausedUntil: paused?.until ?? null }, now)
  const nudged = nudgedWords(nudges)
  return (
    <>
      {until && (
        <View className='case-quote'>
          候选人想缓一缓，到那天之前不计时{paused?.reason ? `：“${paused.reason}”` : '，没有写原因'}
        </View>
      )}
      {nudged && <View className='case-quote'>{nudged}</View>}
    </>
  )
}
