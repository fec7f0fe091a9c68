import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { useDidHide, useDidShow, useReachBottom } from '@tarojs/taro'
import { useStore } from 'zustand'
import type { Message, NoticeLink } from '@/contract/calls/inbox'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { OfflineBar } from '@/components/offline-bar'
import { Skeleton } from '@/components/skeleton'
import { noticeFor } from '@/domain/notices/table'
import { ageWords, useCloudNow, useNow } from '@/services/clock'
import { useUnread } from '@/services/inbox'
import { useLive } from '@/services/live'
import { goTo } from '@/services/navigate'
import { loadWords, useReload } from '@/services/reload'
import { subscribe } from '@/services/subscribe'
import { MessageRow } from './message-row'
import { openLink } from './open-link'
import { makeInbox, type InboxStore } from './store'
import { UnreadLine } from './unread-line'

export function Messages() {
  const [store] = useState(makeInbox)
  const phase = useStore(store, (state) => state.phase)
  const { load, more, grew, read, readAll } = store.getState()
  const { offlineSince } = useLive((change) => change === 'everything' && void load())
  const now = useNow()
  const cloudNow = useCloudNow()
  useLoadWhenItGrows(grew)

  // Its first show is over before this part of the page is there.
  useEffect(() => void load(), [load])
  useDidShow(() => {
    if (store.getState().phase.name !== 'loading') void load()
  })
  useReachBottom(() => void more())
  useReload(phase.name === 'failed' ? phase.failure : null, () => void load())

  const onOpen = (message: Message, link: NoticeLink | null) => {
    renew(message)
    read(message.id)
    if (link) void openLink(link)
  }

  if (phase.name === 'loading') return <Skeleton shape='list' />
  if (phase.name === 'failed') {
    return <ErrorState title='消息没有加载出来' hint={loadWords(phase.failure)} onRetry={() => void load()} />
  }
  return (
    <>
      <OfflineBar
        offline={offlineSince !== null || phase.stale}
        age={ageWords(phase.loadedAt, now)}
        onRetry={() => void load()}
      />
      {phase.pages.flat().length === 0 ? (
        <Empty
          title='还没有消息'
          hint='推荐和投递一有进展就会出现在这里，没有进展时每周也有一句话。'
          action={{ label: '提醒设置', onTap: () => void goTo('inboxSettings') }}
        />
      ) : (
        <>
          <UnreadLine onReadAll={readAll} />
          <Card flush>
            {phase.pages.map((messages, at) => (
              <View key={at} className={messages.length > 0 ? 'inbox__page' : undefined}>
                {messages.map((message) => (
                  <MessageRow key={message.id} message={message} now={cloudNow} onOpen={onOpen} />
                ))}
              </View>
            ))}
          </Card>
          {phase.next !== null && (
            <View className='inbox__more'>
              <Button kind='plain' loading={phase.loadingMore} onTap={() => void more()}>
                再看更早的
              </Button>
            </View>
          )}
        </>
      )}
    </>
  )
}

/** Opening a message is a sign that such messages are wanted; where WeChat always says yes, the next one is asked for. */
function renew({ event, seat }: Message): void {
  const template = noticeFor(event, seat)?.template
  if (template) subscribe.renewNews([template])
}

/** A message that comes while somebody is looking appears by itself; another page in front leaves this one alone. */
function useLoadWhenItGrows(grew: InboxStore['grew']): void {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  useEffect(() => {
    if (shown) return useUnread.subscribe(({ unread }) => void grew(unread))
  }, [shown, grew])
}
