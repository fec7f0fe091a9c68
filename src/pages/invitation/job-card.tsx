import { View } from '@tarojs/components'
import type { JobDetail } from '@/contract/calls/job'
import { Card } from '@/components/card'
import { Tag } from '@/components/tag'
import { Tappable } from '@/components/tappable'
import { POLICY } from '@/domain/policy'
import { dayWords } from '@/domain/shanghai'
import { goTo } from '@/services/navigate'

function Points({ title, points }: { title: string; points: readonly string[] }) {
  if (points.length === 0) return null
  return (
    <View className='invitation__points'>
      <View className='invitation__points-title'>{title}</View>
      {points.map((point) => (
        <View key={point} className='invitation__point'>
          {point}
        </View>
      ))}
    </View>
  )
}

/** What the job asks for, and what is hard about it, said before anybody applies. `token`: of the share one came by. */
export function JobCard({ job, token }: { job: JobDetail; token?: string }) {
  return (
    <Card>
      <View className='invitation__row'>
        <View className='invitation__heading' role='heading'>
          {job.title}
        </View>
        <View className='invitation__small invitation__aside'>
          {job.city} · 招 {job.headcount} 人
        </View>
      </View>
      <Points title='一定要有' points={job.hardRequirements} />
      <Points title='说实话的部分' points={job.challenges} />
      <View className='invitation__tags'>
        {!job.takesReferrals && <Tag>已停止招聘</Tag>}
        {job.takesReferrals && job.closesOn && (
          <Tag>{`${dayWords(new Date(`${job.closesOn}T00:00:00+08:00`))}截止`}</Tag>
        )}
        {job.takesReferrals && <Tag>{`${POLICY.dueHours.applied} 个工作小时内有回音`}</Tag>}
        <Tappable className='invitation__more' onTap={() => void goTo('job', { id: job.id, token })}>
          职位全文 ›
        </Tappable>
      </View>
    </Card>
  )
}
