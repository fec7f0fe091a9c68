import type { PropsWithChildren } from 'react'
import type { Role } from '@/contract/roles'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { goTo, goToTab, type Route } from '@/services/navigate'
import { loadWords, useReload } from '@/services/reload'
import { useMe } from '@/services/session'

type Props = PropsWithChildren<{
  role: Role
  title: string
  /** To somebody who is known and has not this role. */
  lacking: string
  /** Where a visitor goes on after proving their number. */
  next: Route
}>

/** The cloud refuses everybody else anyway; this says so before anything is asked. */
export function RoleGate({ role, title, lacking, next, children }: Props) {
  const { me, failure, load } = useMe()
  useReload(me ? null : failure, () => void load())
  if (!me) {
    if (!failure) return <Skeleton shape='list' />
    return <ErrorState title='暂时打不开' hint={loadWords(failure)} onRetry={() => void load()} />
  }
  if (me.roles.includes(role)) return <>{children}</>
  if (me.id === null) {
    return (
      <Empty
        title={title}
        hint='请先验证手机号，让我们知道你是谁'
        action={{ label: '验证手机号', onTap: () => void goTo('prove', { next }) }}
      />
    )
  }
  return (
    <Empty title={title} hint={lacking} action={{ label: '回到首页', onTap: () => void goToTab('home') }} />
  )
}
