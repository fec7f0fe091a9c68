import { View } from '@tarojs/components'
import { Button } from '../button'
import './index.scss'

export type EmptyProps = {
  title: string
  /** Why nothing is here, or what would bring something. */
  hint?: string
  /** The next step. */
  action?: { label: string; onTap: () => void }
}

export function Empty({ title, hint, action }: EmptyProps) {
  return (
    <View className='b-empty'>
      <View className='b-empty__bar' aria-hidden />
      <View className='b-empty__title'>{title}</View>
      {hint && <View className='b-empty__hint'>{hint}</View>}
      {action && (
        <View className='b-empty__action'>
          <Button kind='ghost' fit onTap={action.onTap}>
            {action.label}
          </Button>
        </View>
      )}
    </View>
  )
}
