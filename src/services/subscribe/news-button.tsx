import { Button, View } from '@tarojs/components'
import type { Template } from '@/domain/notices/event'
import { useNews } from './use-news'
import './news-button.scss'

type NewsButtonProps = {
  /** What is asked for, in one question of WeChat. */
  templates: readonly Template[]
  /** In the words of the page. */
  label?: string
}

/**
 * 「有新进展时告诉我」: one accepted tap is one message. Nothing at all in a browser, or where the company has no such
 * templates; where WeChat was told to ask no more, the way to its settings.
 */
export function NewsButton({ templates, label = '有新进展时告诉我' }: NewsButtonProps) {
  const { offer, asking, words, tap } = useNews(templates)
  if (offer === 'none') return null
  return (
    <View className='news'>
      <Button
        className='news__button'
        hoverClass='news__button--down'
        disabled={asking}
        onClick={tap}
        data-testid='news'
      >
        {offer === 'ask' ? label : '微信提醒关着，去打开'}
      </Button>
      {words && (
        <View className='news__words' role='status'>
          {words}
        </View>
      )}
    </View>
  )
}
