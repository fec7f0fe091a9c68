import { useState } from 'react'
import { View } from '@tarojs/components'
import type { JobCard } from '@/contract/calls/job'
import { Cell } from '@/components/cell'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { Skeleton } from '@/components/skeleton'
import { searchJobs } from '@/services/open-jobs'
import { loadWords, useReload } from '@/services/reload'
import { useOpenJobs } from './open-jobs'
import { useHome } from '../store'

type Props = { open: boolean; onClose: () => void }

export function JobSheet({ open, onClose }: Props) {
  return (
    <Sheet open={open} title='推荐哪个职位？' onClose={onClose}>
      <Choice onClose={onClose} />
    </Sheet>
  )
}

function Choice({ onClose }: Pick<Props, 'onClose'>) {
  const phase = useOpenJobs((state) => state.phase)
  const load = useOpenJobs((state) => state.load)
  const [typed, setTyped] = useState('')
  useReload(phase.name === 'failed' ? phase.failure : null, () => void load())

  const choose = (job: JobCard | null) => {
    useHome.getState().chooseJob(job && { id: job.id, title: job.title, city: job.city })
    onClose()
  }

  if (phase.name === 'loading') return <Skeleton shape='list' rows={3} />
  if (phase.name === 'failed')
    return <ErrorState title='职位没有加载出来' hint={loadWords(phase.failure)} onRetry={() => void load()} />
  const found = searchJobs(phase.jobs, typed)
  return (
    <>
      <Field label='搜索' placeholder='职位、部门或城市' value={typed} onInput={setTyped} />
      <View className='home-jobs'>
        {typed === '' && <Cell label='不指定职位' note='由 HR 看看 TA 适合哪里' onTap={() => choose(null)} />}
        {found.map((job) => (
          <Cell
            key={job.id}
            label={job.title}
            note={job.department}
            value={job.city}
            onTap={() => choose(job)}
          />
        ))}
      </View>
      {found.length === 0 && <Empty title='没有找到这样的职位' hint='换个词试试，或者不指定职位' />}
    </>
  )
}
