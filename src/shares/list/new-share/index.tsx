import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { OwnShare } from '@/contract/calls/share'
import { Sheet } from '@/components/sheet'
import { makeOpenJobs } from '@/services/open-jobs'
import { Form } from './form'
import { JobList } from './job-list'
import { makeNewShare } from './store'

type NewShareProps = { channel: 'poster' | 'link'; onMade: (share: OwnShare) => void; onClose: () => void }

const TITLES = { poster: '做一张海报', link: '生成一个链接' } as const

/** A name to tell it from the others by, and the job it is for: both may be left as they are. */
export function NewShare({ channel, onMade, onClose }: NewShareProps) {
  const [store] = useState(() => makeNewShare(channel))
  const [choosing, setChoosing] = useState(false)
  const [openJobs] = useState(makeOpenJobs)
  const { phase: jobs, load: loadJobs } = useStore(openJobs)
  const { edit, leave } = store.getState()
  useEffect(() => {
    void loadJobs()
    return leave
  }, [loadJobs, leave])

  if (choosing) {
    return (
      <Sheet open title='推荐哪个职位？' onClose={() => setChoosing(false)}>
        <JobList
          jobs={jobs}
          onRetry={() => void loadJobs()}
          onChoose={(job) => {
            edit({ job })
            setChoosing(false)
          }}
        />
      </Sheet>
    )
  }
  return (
    <Sheet open title={TITLES[channel]} hint='来源会记在你名下' onClose={onClose}>
      <Form channel={channel} store={store} onChooseJob={() => setChoosing(true)} onMade={onMade} />
    </Sheet>
  )
}
