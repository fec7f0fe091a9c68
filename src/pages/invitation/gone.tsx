import { View } from '@tarojs/components'
import type { JobCard } from '@/contract/calls/job'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { SectionTitle } from '@/components/section-title'
import { Tappable } from '@/components/tappable'
import { goTo } from '@/services/navigate'

const SHOWN = 6

/** A link that leads nowhere still leads somewhere: to what is open. */
export function Gone({ words, jobs }: { words: string; jobs: readonly JobCard[] }) {
  const toJobs = () => void goTo('jobs')
  const [title = words, hint] = words.split('。')
  return (
    <>
      <View role='alert'>
        <Empty
          title={title}
          hint={hint}
          action={jobs.length === 0 ? { label: '看看在招职位', onTap: toJobs } : undefined}
        />
      </View>
      {jobs.length > 0 && (
        <>
          <SectionTitle title='在招职位' more={{ label: `全部 ${jobs.length}`, onTap: toJobs }} />
          <Card flush>
            {jobs.slice(0, SHOWN).map(({ id, title, department, city }) => (
              <Tappable key={id} className='invitation__job' onTap={() => void goTo('job', { id })}>
                <View className='invitation__job-title'>
                  <View>{title}</View>
                  <View className='invitation__small'>{department}</View>
                </View>
                <View className='invitation__small invitation__aside'>{city} ›</View>
              </Tappable>
            ))}
          </Card>
        </>
      )}
    </>
  )
}
