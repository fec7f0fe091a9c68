import { useState } from 'react'
import { View } from '@tarojs/components'
import type { JobCard } from '@/contract/calls/job'
import { Card } from '@/components/card'
import { Chips } from '@/components/chips'
import { Empty } from '@/components/empty'
import { Field } from '@/components/field'
import { citiesOf, findJobs } from './find-jobs'
import { HaveCode } from './have-code'
import { JobRow } from './job-row'

/** All open jobs are on the device, so that searching answers with every key. */
export function OpenJobs({ jobs }: { jobs: readonly JobCard[] }) {
  const [words, setWords] = useState('')
  const [city, setCity] = useState<string>()
  const found = findJobs(jobs, { words, city })
  const cities = citiesOf(jobs).map((name) => ({ value: name, label: name }))

  if (jobs.length === 0) {
    return (
      <>
        <Empty title='眼下没有在招的职位' hint='新职位一开放就会出现在这里' />
        <HaveCode />
      </>
    )
  }
  return (
    <>
      <Field
        label='搜索职位'
        placeholder='职位、部门或城市'
        value={words}
        onInput={setWords}
        testId='search'
      />
      <View className='jobs-cities'>
        <Chips label='城市' options={cities} value={city} onChange={setCity} />
        <HaveCode />
      </View>
      {found.length > 0 ? (
        <Card flush>
          {found.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </Card>
      ) : (
        <Empty
          title='没有找到这样的职位'
          action={{
            label: '看全部职位',
            onTap: () => {
              setWords('')
              setCity(undefined)
            },
          }}
        />
      )}
    </>
  )
}
