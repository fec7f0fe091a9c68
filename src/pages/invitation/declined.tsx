import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { OfflineBar } from '@/components/offline-bar'
import { dayWords } from '@/domain/shanghai'
import { goTo } from '@/services/navigate'
import { confirmErase } from './choices'
import type { Phase } from './store'

type DeclinedProps = Omit<Extract<Phase, { name: 'declined' }>, 'name'> & { onErase: () => void }

/** What happened after a refusal, and what is left that one may want gone. */
export function Declined({ landing, erased, sending, onErase }: DeclinedProps) {
  const { referrer, phoneTail, expiresAt } = landing
  const ask = async () => {
    if (await confirmErase(referrer.name, phoneTail)) onErase()
  }
  return (
    <>
      <OfflineBar offline={sending?.away ?? false} />
      <Card>
        <View className='invitation__done' role='status'>
          <View className='invitation__heading'>{erased ? '你的号码已经删除' : '已记下：暂不考虑'}</View>
          <View className='invitation__small'>
            {erased
              ? `${referrer.name}会看到你谢绝了邀请，看不到你的号码。我们也不会再给这个号码发短信。`
              : `${referrer.name}会看到你的答复。你的号码（尾号 ${phoneTail}）最晚在 ${dayWords(new Date(expiresAt))}自动删除。`}
          </View>
        </View>
      </Card>
      <View className='invitation__choices'>
        {!erased && (
          <Button kind='ghost' loading={Boolean(sending)} onTap={() => void ask()}>
            现在就删除我的号码
          </Button>
        )}
        <Button kind='plain' onTap={() => void goTo('jobs')}>
          看看其他在招职位
        </Button>
      </View>
    </>
  )
}
