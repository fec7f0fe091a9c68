import type { PropsWithChildren } from 'react'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { goTo, goToTab } from '@/services/navigate'
import { loadWords, useReload } from '@/services/reload'
import { useMe } from '@/services/session'

/** The cloud refuses everybody else anyway; this says so before anything is asked. */
export function ReferrersOnly({ children }: PropsWithChildren) {
  const { me, failure, load } = useMe()
  useReload(me ? null : failure, () => void load())
  if (!me) {
    if (!failure) return <Skeleton shape='list' />
    return <ErrorState title='暂时打不开' hint={loadWords(failure)} onRetry={() => void load()} />
  }
  if (me.employee?.mayRefer) return <>{children}</>
  if (me.id === null) {
    return (
      <Empty
        title='先验证手机号'
        hint='海报、链接和内推码都记在员工名下，验证后就能用'
        action={{ label: '去验证', onTap: () => void goTo('prove', { next: 'sharesList' }) }}
      />
    )
  }
  return (
    <Empty
      title='这里还不能用'
      hint={
        me.employee
          ? '按公司目前的规定，实习期间不能内推，转正以后会自动打开'
          : '内推由在职员工发起。如果你是员工，请联系 HR 把你加进名册'
      }
      action={{ label: '回到首页', onTap: () => void goToTab('home') }}
    />
  )
}
