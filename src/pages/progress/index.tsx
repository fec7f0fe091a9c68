import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { goTo } from '@/services/navigate'
import { loadWords, useReload } from '@/services/reload'
import { useMe } from '@/services/session'
import { Mine } from './mine'
import './index.scss'

export default function ProgressPage() {
  const { me, failure, load } = useMe()
  useReload(me ? null : failure, () => void load())
  return (
    <Page title='进度'>
      {me === null && !failure && <Skeleton shape='list' />}
      {me === null && failure && (
        <ErrorState title='暂时打不开' hint={loadWords(failure)} onRetry={() => void load()} />
      )}
      {me?.id === null && (
        <Empty
          title='验证手机号，查看进度'
          hint='推荐和投递都记在手机号下。验证一次，收到的邀请、推荐的人、投递的职位都在这里。'
          action={{ label: '去验证', onTap: () => void goTo('prove', { next: 'progress' }) }}
        />
      )}
      {me !== null && me.id !== null && <Mine key={me.id} me={me} />}
    </Page>
  )
}
