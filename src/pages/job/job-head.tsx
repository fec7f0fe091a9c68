import { View } from '@tarojs/components'
import type { JobDetail } from '@/contract/calls/job'
import { Tag } from '@/components/tag'
import { dayWords } from '@/domain/shanghai'

const STOPPED: Record<JobDetail['status'], string> = {
  open: '已过截止日期，不再接受推荐和投递',
  paused: '暂停招聘，暂时不接受推荐和投递',
  closed: '已停止招聘，不再接受推荐和投递',
}

export function JobHead({ job }: { job: JobDetail }) {
  const { title, department, city, headcount, closesOn, takesReferrals, status } = job
  return (
    <View className='job-head'>
      <View className='job-head__title' role='heading'>
        {title}
      </View>
      <View className='job-head__place'>
        {department} · {city} · 招 {headcount} 人
      </View>
      {!takesReferrals && (
        <View className='job-head__stopped' role='status'>
          这个职位{STOPPED[status]}
        </View>
      )}
      {takesReferrals && closesOn !== null && (
        <View className='job-head__closing'>
          <Tag tone='gray'>{`${dayWords(new Date(`${closesOn}T00:00:00+08:00`))}截止`}</Tag>
        </View>
      )}
    </View>
  )
}
