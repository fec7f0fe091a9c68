import { View } from '@tarojs/components'
import { Tappable } from '../tappable'
import './index.scss'

export type OfflineBarProps = {
  offline: boolean
  /** How old what is shown is, in words: 「2 分钟前」. Without it nothing has been loaded yet. */
  age?: string
  onRetry?: () => void
}

/** Says that what is on screen may be old. Nothing at all while online. */
export function OfflineBar({ offline, age, onRetry }: OfflineBarProps) {
  if (!offline) return null
  const gap = age && /^\d/.test(age) ? ' ' : ''
  return (
    <View className='b-offline-bar' role='status'>
      <View className='b-offline-bar__words'>
        {age ? `暂时连不上，显示的是${gap}${age}的内容` : '暂时连不上，恢复后会自动继续'}
      </View>
      {onRetry && (
        <Tappable className='b-offline-bar__retry' onTap={onRetry}>
          重试
        </Tappable>
      )}
    </View>
  )
}
