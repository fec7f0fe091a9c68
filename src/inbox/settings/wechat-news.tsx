import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { TEMPLATES } from '@/domain/notices/event'
import { useNews } from '@/services/subscribe/use-news'

/** How many messages of WeChat are left, and another one for a tap. WeChat asks in that tap itself. */
export function WechatNews({ credits }: { credits: number }) {
  const news = useNews(TEMPLATES)
  const left = news.credits ?? credits
  return (
    <View className='settings-news'>
      <View className='settings-news__words'>
        <View>{left > 0 ? `还能收到 ${left} 次微信提醒` : '微信提醒用完了，再要一次才收得到'}</View>
        {news.offer === 'none' && <View>在微信里打开小程序，就能再要一次</View>}
        {news.words && <View role='status'>{news.words}</View>}
      </View>
      {news.offer !== 'none' && (
        <Button kind='ghost' fit loading={news.asking} onTap={news.tap} testId='news'>
          {news.offer === 'ask' ? '再要一次' : '去打开'}
        </Button>
      )}
    </View>
  )
}
