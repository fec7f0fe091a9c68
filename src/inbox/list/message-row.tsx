import { memo } from 'react'
import { Text, View } from '@tarojs/components'
import type { Message, NoticeLink } from '@/contract/calls/inbox'
import { Tappable } from '@/components/tappable'
import { whenWords } from './when-words'

type MessageRowProps = {
  message: Message
  now: Date
  /** `link`: the message's own or a line's; null where there is nothing to open and it is only read. */
  onOpen: (message: Message, link: NoticeLink | null) => void
}

/** One thing that was told. Of a digest each line opens its own thing; anything else opens as a whole. */
export const MessageRow = memo(
  function MessageRow({ message, now, onOpen }: MessageRowProps) {
    const { link, lines, read } = message
    if (lines.length > 0) {
      return (
        <View className='inbox-row'>
          <Words message={message} now={now} />
          {lines.map((line, at) =>
            line.link === null ? (
              <View key={at} className='inbox-row__item'>
                <View className='inbox-row__item-words'>{line.text}</View>
              </View>
            ) : (
              <Tappable
                key={at}
                className='inbox-row__item'
                onTap={() => onOpen(message, line.link)}
                testId='message-line'
              >
                <View className='inbox-row__item-words'>{line.text}</View>
                <Text className='inbox-row__chevron' aria-hidden>
                  ›
                </Text>
              </Tappable>
            ),
          )}
        </View>
      )
    }
    if (link === null && read) {
      return (
        <View className='inbox-row'>
          <Words message={message} now={now} />
        </View>
      )
    }
    return (
      <Tappable className='inbox-row' onTap={() => onOpen(message, link)} testId='message'>
        <Words message={message} now={now} />
      </Tappable>
    )
  },
  // The time of a message changes once a day: what was drawn stays.
  (before, after) =>
    before.message === after.message &&
    whenWords(before.message.at, before.now) === whenWords(after.message.at, after.now),
)

function Words({ message: { title, body, at, read }, now }: Pick<MessageRowProps, 'message' | 'now'>) {
  return (
    <>
      <View className='inbox-row__head'>
        {!read && <View className='inbox-row__dot' role='img' aria-label='未读' />}
        <View className={read ? 'inbox-row__title' : 'inbox-row__title inbox-row__title--new'}>{title}</View>
        <View className='inbox-row__when'>{whenWords(at, now)}</View>
      </View>
      {body !== '' && <View className='inbox-row__body'>{body}</View>}
    </>
  )
}
