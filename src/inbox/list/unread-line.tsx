import { View } from '@tarojs/components'
import { Tappable } from '@/components/tappable'
import { unreadWords, useUnread } from '@/services/inbox'

/** How many are unread, and the one tap that ends it. */
export function UnreadLine({ onReadAll }: { onReadAll: () => void }) {
  const words = unreadWords(useUnread((state) => state.unread))
  return (
    <View className='inbox__line'>
      <View className='inbox__count' role='status'>
        {words === null ? '都看过了' : `${words} 条未读`}
      </View>
      {words !== null && (
        <Tappable className='inbox__all' onTap={onReadAll} testId='read-all'>
          全部已读
        </Tappable>
      )}
    </View>
  )
}
