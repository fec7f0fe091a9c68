import type { PropsWithChildren } from 'react'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { goTo, type Route } from '@/services/navigate'
import { loadWords, useReload } from '@/services/reload'
import { useMe } from '@/services/session'

type PeopleOnlyProps = PropsWithChildren<{
  /** Where to come back to with a proven number. */
  next: Route
}>

/** A visitor is told nothing and has nothing to choose: messages go to a person. */
export function PeopleOnly({ next, children }: PeopleOnlyProps) {
  const { me, failure, load } = useMe()
  useReload(me ? null : failure, () => void load())
  if (!me) {
    if (!failure) return <Skeleton shape='list' />
    return <ErrorState title='暂时打不开' hint={loadWords(failure)} onRetry={() => void load()} />
  }
  if (me.id !== null) return <>{children}</>
  return (
    <Empty
      title='先验证手机号'
      hint='推荐和投递的新进展发给你的号码，验证后就能看到'
      action={{ label: '去验证', onTap: () => void goTo('prove', { next }) }}
    />
  )
}
