import { View } from '@tarojs/components'
import { Cell } from '@/components/cell'
import { JobSheet } from './job-sheet'
import { isClosed, useOpenJobs } from './open-jobs'
import { useHome } from '../store'

/** Which job the referral is for. A job that has closed since is told here, before anything is sent. */
export function JobRow({
  choosing,
  onChoosing,
}: {
  choosing: boolean
  onChoosing: (choosing: boolean) => void
}) {
  const job = useHome((state) => state.draft.job)
  const phase = useHome((state) => state.phase)
  const closed = useOpenJobs((state) => isClosed(state.phase, job?.id))
  const refused = phase.name === 'editing' && phase.problem?.at === 'job' ? phase.problem.words : undefined
  const problem = closed ? '这个职位已停止招聘，请换一个职位' : refused

  return (
    <View className='home-row'>
      <Cell
        label='职位'
        value={job ? `${job.title} · ${job.city}` : '不指定职位'}
        onTap={() => phase.name === 'editing' && onChoosing(true)}
        testId='job'
      />
      {problem && (
        <View className='home-row__problem' role='alert'>
          {problem}
        </View>
      )}
      <JobSheet open={choosing} onClose={() => onChoosing(false)} />
    </View>
  )
}
