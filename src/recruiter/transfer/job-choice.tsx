import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import { ErrorState } from '@/components/error-state'
import { Field } from '@/components/field'
import { Skeleton } from '@/components/skeleton'
import { makeOpenJobs, searchJobs } from '@/services/open-jobs'
import { loadWords, useReload } from '@/services/reload'
import { FoundList, FoundWords } from '../found-list'
import type { NewJob } from './draft'

type Props = {
  current: string
  error?: string
  disabled: boolean
  onChoose: (job: NewJob) => void
}

/** The open jobs but this one. Enter takes the first. */
export function JobChoice({ current, error, disabled, onChoose }: Props) {
  const [store] = useState(makeOpenJobs)
  const { phase, load } = useStore(store)
  const [typed, setTyped] = useState('')
  useEffect(() => void load(), [load])
  useReload(phase.name === 'failed' ? phase.failure : null, () => void load())

  if (phase.name === 'loading') return <Skeleton shape='list' rows={2} />
  if (phase.name === 'failed') {
    return <ErrorState title='职位没有加载出来' hint={loadWords(phase.failure)} onRetry={() => void load()} />
  }
  const found = searchJobs(phase.jobs, typed).filter(({ id }) => id !== current)
  const [first] = found
  return (
    <View>
      <Field
        label='转到哪个职位'
        placeholder='职位、部门或城市'
        value={typed}
        disabled={disabled}
        error={error}
        onInput={setTyped}
        onConfirm={() => first && onChoose(first)}
        testId='new-job'
      />
      {found.length === 0 ? (
        <FoundWords words='没有找到在招的职位，换个词试试' />
      ) : (
        <FoundList
          name='在招的职位'
          found={found.map((job) => ({
            ...{ id: job.id, label: job.title, note: job.department, value: job.city, job },
          }))}
          onChoose={({ job }) => onChoose(job)}
        />
      )}
    </View>
  )
}
