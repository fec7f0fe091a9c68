import { View } from '@tarojs/components'
import type { JobCard } from '@/contract/calls/job'
import { Cell } from '@/components/cell'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import type { OpenJobsPhase } from '@/services/open-jobs'
import { loadWords, useReload } from '@/services/reload'

type JobListProps = { jobs: OpenJobsPhase; onRetry: () => void; onChoose: (job: JobCard | null) => void }

export function JobList({ jobs, onRetry, onChoose }: JobListProps) {
  useReload(jobs.name === 'failed' ? jobs.failure : null, onRetry)
  if (jobs.name === 'loading') return <Skeleton shape='list' rows={3} />
  if (jobs.name === 'failed') {
    return <ErrorState title='职位没有加载出来' hint={loadWords(jobs.failure)} onRetry={onRetry} />
  }
  return (
    <View className='shares-jobs'>
      <Cell label='所有在招职位' note='对方自己挑一个' onTap={() => onChoose(null)} />
      {jobs.jobs.map((job) => (
        <Cell
          key={job.id}
          label={job.title}
          note={job.department}
          value={job.city}
          onTap={() => onChoose(job)}
        />
      ))}
    </View>
  )
}
