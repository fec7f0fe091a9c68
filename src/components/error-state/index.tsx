import { View } from '@tarojs/components'
import { Button } from '../button'
import './index.scss'

export type ErrorStateProps = {
  /** What happened. */
  title: string
  /** What to do about it. */
  hint?: string
  onRetry?: () => void
  retryLabel?: string
}

/** In place of what could not be loaded. */
export function ErrorState({ title, hint, onRetry, retryLabel = '再试一次' }: ErrorStateProps) {
  return (
    <View className='b-error-state' role='alert'>
      <View className='b-error-state__title'>{title}</View>
      {hint && <View className='b-error-state__hint'>{hint}</View>}
      {onRetry && (
        <View className='b-error-state__action'>
          <Button kind='ghost' fit onTap={onRetry}>
            {retryLabel}
          </Button>
        </View>
      )}
    </View>
  )
}
