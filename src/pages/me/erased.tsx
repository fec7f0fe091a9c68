import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import type { ErasePhase } from './erase-store'

type ErasedProps = Omit<Extract<ErasePhase, { name: 'done' }>, 'name'> & { onClose: () => void }

/** What happened, with what was counted. */
export function Erased({ applications, files, employee, onClose }: ErasedProps) {
  const counted = [applications > 0 && `${applications} 次投递`, files > 0 && `${files} 个简历文件`].filter(
    Boolean,
  )
  return (
    <Card>
      <View className='me__sheet' role='status'>
        <View className='me__heading'>你的信息已经删除</View>
        <View className='me__small'>
          {counted.length > 0 && `涉及${counted.join('、')}，里面不再有你的姓名和文件。`}
          {employee ? '你的员工账号还在，可以继续内推。' : '号码已经删除，你也已退出登录。'}
        </View>
        <Button kind='plain' onTap={onClose}>
          知道了
        </Button>
      </View>
    </Card>
  )
}
