import { View } from '@tarojs/components'
import { classNames } from '../class-names'
import { Tag, type Tone } from '../tag'
import './index.scss'

export type TimelineItem = {
  title: string
  /** When, already in words. */
  at?: string
  note?: string
  state: 'done' | 'now' | 'next'
  tag?: { words: string; tone: Tone }
}

const spoken = { done: '已完成', now: '当前', next: '接下来' }

export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <View className='b-timeline' role='list'>
      {items.map(({ title, at, note, state, tag }, index) => (
        <View
          key={`${index}-${title}`}
          className={classNames('b-timeline__item', `b-timeline__item--${state}`)}
          role='listitem'
          aria-current={state === 'now' ? 'step' : undefined}
          aria-label={[`${spoken[state]}：${title}`, tag?.words, at, note].filter(Boolean).join('，')}
        >
          <View className='b-timeline__head'>
            <View className='b-timeline__title'>{title}</View>
            {tag ? (
              <Tag tone={tag.tone}>{tag.words}</Tag>
            ) : (
              at && <View className='b-timeline__at'>{at}</View>
            )}
          </View>
          {tag && at && <View className='b-timeline__note'>{at}</View>}
          {note && <View className='b-timeline__note'>{note}</View>}
        </View>
      ))}
    </View>
  )
}
