import { ErrorState } from '@/components/error-state'
import { OfflineBar } from '@/components/offline-bar'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { ageWords, useNow } from '@/services/clock'
import { useOnReturn } from '@/services/reload'
import { OpenJobs } from './open-jobs'
import { useJobs } from './store'
import './index.scss'

export default function JobsPage() {
  const load = useJobs((state) => state.load)
  useOnReturn(load)

  return (
    <Page title='在招职位'>
      <Content />
    </Page>
  )
}

function Content() {
  const phase = useJobs((state) => state.phase)
  const load = useJobs((state) => state.load)
  const now = useNow()
  const reload = () => void load()

  if (phase.name === 'loading') return <Skeleton shape='list' />
  if (phase.name === 'failed') {
    return <ErrorState title='职位没有加载出来' hint={phase.words} onRetry={reload} />
  }
  return (
    <>
      <OfflineBar offline={phase.stale} age={ageWords(phase.loadedAt, now)} onRetry={reload} />
      <OpenJobs jobs={phase.jobs} />
    </>
  )
}
