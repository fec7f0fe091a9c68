import { Card } from '@/components/card'
import { Cell } from '@/components/cell'
import { unreadWords, useUnread } from '@/services/inbox'
import { useLive } from '@/services/live'
import { goTo } from '@/services/navigate'

/** What I have been told, and how I want to be told. The number grows while somebody looks at it. */
export function Told() {
  const words = unreadWords(useUnread((state) => state.unread))
  useLive(() => undefined)
  return (
    <Card flush>
      <Cell
        label='消息'
        value={words === null ? undefined : `${words} 条未读`}
        onTap={() => void goTo('inboxList')}
        testId='inbox'
      />
      <Cell
        label='提醒设置'
        note='在哪里提醒，什么时候不打扰'
        onTap={() => void goTo('inboxSettings')}
        testId='inbox-settings'
      />
    </Card>
  )
}
