import { useEffect, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { OfflineBar } from '@/components/offline-bar'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { ageWords } from '@/services/clock'
import { goBack, goToTab, isFirstPage, useParams } from '@/services/navigate'
import { useOnReturn } from '@/services/reload'
import { useMe } from '@/services/session'
import { openShare } from '@/services/share/open'
import { Actions } from './actions'
import { JobHead } from './job-head'
import { JobText } from './job-text'
import { OtherJobs } from './other-jobs'
import { makeJob, type Phase } from './store'
import { useJobCard } from './use-job-card'
import './index.scss'

export default function JobPage() {
  const { id = '', token } = useParams('job')
  const [store] = useState(() => makeJob(id))
  const phase = useStore(store, (state) => state.phase)
  const { load } = store.getState()
  useMe()
  useOnReturn(load)
  // Forwarded by somebody who came by a share: whoever opens it comes by the same one, also if they apply days later.
  useEffect(() => {
    if (token && isFirstPage()) void openShare(token)
  }, [token])
  useJobCard(phase.name === 'ready' ? phase.job : null, token)

  const open = phase.name === 'ready' && phase.job.takesReferrals
  return (
    <Page
      title='职位'
      onBack={() => void goBack()}
      footer={open && <Actions job={phase.job} token={token} />}
    >
      {content(phase, token, () => void load())}
    </Page>
  )
}

function content(phase: Phase, token: string | undefined, reload: () => void): ReactNode {
  switch (phase.name) {
    case 'loading':
      return <Skeleton shape='detail' />
    case 'failed':
      return <ErrorState title='职位没有加载出来' hint={phase.words} onRetry={reload} />
    case 'missing':
      return (
        <>
          <Empty
            title='没有找到这个职位'
            hint='链接可能不完整，或者职位已被移除'
            action={{ label: '看在招职位', onTap: () => void goToTab('jobs') }}
          />
          <OtherJobs jobs={phase.others} token={token} />
        </>
      )
    case 'ready':
      return (
        <>
          <OfflineBar offline={phase.stale} age={ageWords(phase.loadedAt, new Date())} onRetry={reload} />
          <JobHead job={phase.job} />
          <OtherJobs jobs={phase.others} token={token} />
          <JobText job={phase.job} />
        </>
      )
  }
}
