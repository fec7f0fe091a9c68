import { View } from '@tarojs/components'
import type { JobCard } from '@/contract/calls/job'
import { Tappable } from '@/components/tappable'
import { goTo } from '@/services/navigate'
import { closingWords, placeWords } from './job-words'

export function JobRow({ job }: { job: JobCard }) {
  const closing = closingWords(job)
  return (
    <Tappable className='jobs-row' onTap={() => void goTo('job', { id: job.id })}>
      <View className='jobs-row__head'>
        <View className='jobs-row__title'>{job.title}</View>
        {closing && <View className='jobs-row__closing'>{closing}</View>}
      </View>
      <View className='jobs-row__place'>{placeWords(job)}</View>
    </Tappable>
  )
}
