import { View } from '@tarojs/components'
import './index.scss'

/** The first character of a name; the name itself stands beside it, so it is not read aloud. */
export function Avatar({ name, size = 'm' }: { name: string; size?: 's' | 'm' }) {
  return (
    <View className={`b-avatar b-avatar--${size}`} aria-hidden>
      {Array.from(name.trim())[0] ?? '伯'}
    </View>
  )
}
