import { View } from '@tarojs/components'
import type { Me } from '@/contract/calls/me'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { goTo } from '@/services/navigate'

export function Who({ me }: { me: Me }) {
  const { id, employee, maskedPhone, company } = me
  if (id === null) {
    return (
      <Card>
        <View className='me__heading' role='heading'>
          还没有验证手机号
        </View>
        <View className='me__small'>不验证也能看职位、打开邀请。验证后可以内推、投递、看进度。</View>
        <View className='me__action'>
          <Button onTap={() => void goTo('prove', { next: 'me' })}>验证手机号</Button>
        </View>
      </Card>
    )
  }
  return (
    <Card>
      <View className='me__who'>
        <Avatar name={employee?.name ?? '我'} />
        <View className='me__who-words'>
          <View className='me__heading' role='heading'>
            {employee?.name ?? maskedPhone}
          </View>
          <View className='me__small'>
            {employee ? `${company} · ${employee.department} · ${maskedPhone}` : '候选人'}
          </View>
        </View>
      </View>
    </Card>
  )
}
