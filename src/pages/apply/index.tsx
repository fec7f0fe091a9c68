import { useEffect, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { useStore } from 'zustand'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { goBack, goTo, replaceWith, useParams } from '@/services/navigate'
import { loadWords, useReload } from '@/services/reload'
import { useMe } from '@/services/session'
import { Form } from './form'
import { makeApply } from './store'
import './index.scss'

export default function ApplyPage() {
  const { token, job } = useParams('apply')
  const [store] = useState(() => makeApply(token, job))
  const { door, load, leave } = useStore(store)
  const { me, failure, load: askWho } = useMe()
  const toProve = () => void goTo('prove', { next: 'apply', token, job })
  const retry = () => void Promise.all([askWho(), load()])

  useDidShow(() => void load())
  useEffect(() => leave, [leave])
  useEffect(() => {
    if (door.name === 'applied') void replaceWith('timeline', { id: door.applicationId })
    if (door.name === 'elsewhere' && door.to === 'invitation' && token)
      void replaceWith('invitation', { token })
  }, [door, token])

  const failed = door.name === 'failed' ? door.failure : me === null ? failure : null
  useReload(failed, retry)
  const visitor = me?.id === null || (door.name === 'elsewhere' && door.to === 'prove')
  return (
    <Page title='投递' onBack={() => void goBack()}>
      {failed ? (
        <ErrorState title='暂时打不开' hint={loadWords(failed)} onRetry={retry} />
      ) : visitor && door.name !== 'loading' ? (
        <Empty
          title='先验证手机号，再投递'
          hint='之后用这个号码查看进度，也可以随时撤回。'
          action={{ label: '去验证', onTap: toProve }}
        />
      ) : me && door.name === 'form' ? (
        <Form store={store} door={door} me={me} />
      ) : (
        <Skeleton shape='form' />
      )}
    </Page>
  )
}
