import type { PropsWithChildren } from 'react'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { goTo, goToTab } from '@/services/navigate'
import { loadWords, useReload } from '@/services/reload'
import { useMe } from '@/services/session'

/** The cloud refuses everybody else anyway; this says so before anything is asked. */
export function RecruitersOnly({ children }: PropsWithChildren) {
  const { me, failure, load } = useMe()
  useReload(me ? null : failure, () => void load())
  if (!me) {
    if (!failure) return <Skeleton shape='list' />
    return <ErrorState title='暂时打不开' hint={loadWords(failure)} onRetry={() => void load()} />
  }
  if (me.roles.includes('recruiter')) return <>{children}</>
  if (me.id === null) {
    return (
      <Empty
        title='这里是招聘同事的工作台'
        hint='请先验证手机号，让我们知道你是谁'
        action={{ label: '验证手机号', onTap: () => void goTo('prove', { next: 'recruiterList' }) }}
      />
    )
  }
  return (
    <Empty
      title='这里是招聘同事的工作台'
      hint='你的号码没有招聘权限。如果你负责招聘，请联系管理员开通'
      action={{ label: '回到首页', onTap: () => void goToTab('home') }}
    />
  )
}
