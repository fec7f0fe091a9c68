import { View } from '@tarojs/components'
import type { JobCard } from '@/contract/calls/job'
import { Card } from '@/components/card'
import { Tappable } from '@/components/tappable'
import { goTo } from '@/services/navigate'

type JobRowsProps = {
  jobs: readonly JobCard[]
  /** Of the share one came by: it goes along to the job and to the application. */
  token?: string
}

export function JobRows({ jobs, token }: JobRowsProps) {
  return (
    <Card flush>
      {jobs.map(({ id, title, department, city }) => (
        <Tappable key={id} className='invitation__job' onTap={() => void goTo('job', { id, token })}>
          <View className='invitation__job-title'>
            <View>{title}</View>
            <View className='invitation__small'>{department}</View>
          </View>
          <View className='invitation__small invitation__aside'>{city} ›</View>
        </Tappable>
      ))}
    </Card>
  )
}
