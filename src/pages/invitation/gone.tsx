import { View } from '@tarojs/components'
import type { JobCard } from '@/contract/calls/job'
import { Empty } from '@/components/empty'
import { SectionTitle } from '@/components/section-title'
import { goTo } from '@/services/navigate'
import { JobRows } from './job-rows'
import { WhoToldYou } from './who-told-you'

const SHOWN = 6

/** A link that leads nowhere still leads somewhere: to who told about it, and to what is open. */
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
      <WhoToldYou />
      {jobs.length > 0 && (
        <>
          <SectionTitle title='在招职位' more={{ label: `全部 ${jobs.length}`, onTap: toJobs }} />
          <JobRows jobs={jobs.slice(0, SHOWN)} />
        </>
      )}
    </>
  )
}
