import { useState } from 'react'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Cell } from '@/components/cell'
import { Empty } from '@/components/empty'
import { Sheet } from '@/components/sheet'
import { Tappable } from '@/components/tappable'
import { goToTab } from '@/services/navigate'
import { byWords } from './by-words'
import type { Door } from './door'

type JobChoiceProps = {
  door: Extract<Door, { name: 'form' }>
  chosen: string | null
  problem: string | undefined
  onChoose: (jobId: string) => void
}

/** The job applied for: given by the door, or chosen from what is open. */
export function JobChoice({ door, chosen, problem, onChoose }: JobChoiceProps) {
  const [open, setOpen] = useState(false)
  const { job, jobs, by, notice } = door
  const from = byWords(by)
  const choose = (id: string) => {
    onChoose(id)
    setOpen(false)
  }

  if (job) {
    return (
      <Card>
        <View className='apply__job' role='heading'>
          {job.title}
        </View>
        <View className='apply__small'>{[job.city, job.department, from].filter(Boolean).join(' · ')}</View>
      </Card>
    )
  }
  if (jobs.length === 0) {
    const action = { label: '看看职位', onTap: () => void goToTab('jobs') }
    return <Empty title='眼下没有在招的职位' hint='填写的内容会留着，过些天再来看看。' action={action} />
  }
  const picked = jobs.find(({ id }) => id === chosen)
  return (
    <>
      {notice && <View className='apply__notice'>{notice}</View>}
      <Card flush>
        <Cell
          label='投递职位'
          note={from}
          value={picked ? `${picked.title} · ${picked.city}` : '请选择'}
          onTap={() => setOpen(true)}
          testId='job'
        />
        {problem && (
          <View className='apply__problem' role='alert'>
            {problem}
          </View>
        )}
      </Card>
      <Sheet open={open} title='选择职位' onClose={() => setOpen(false)}>
        {jobs.map(({ id, title, department, city }) => (
          <Tappable key={id} className='apply__choice' pressed={id === chosen} onTap={() => choose(id)}>
            <View className='apply__choice-title'>
              <View>{title}</View>
              <View className='apply__small'>{department}</View>
            </View>
            <View className='apply__small'>{city}</View>
          </Tappable>
        ))}
      </Sheet>
    </>
  )
}
