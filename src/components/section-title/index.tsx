import { View } from '@tarojs/components'
import { Tappable } from '../tappable'
import './index.scss'

export type SectionTitleProps = {
  title: string
  /** The way to the rest: 「全部 12」. */
  more?: { label: string; onTap: () => void }
}

export function SectionTitle({ title, more }: SectionTitleProps) {
  return (
    <View className='b-section-title'>
      <View className='b-section-title__words' role='heading'>
        {title}
      </View>
      {more && (
        <Tappable className='b-section-title__more' onTap={more.onTap}>
          {more.label} ›
        </Tappable>
      )}
    </View>
  )
}
