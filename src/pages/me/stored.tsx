import { View } from '@tarojs/components'
import type { Me } from '@/contract/calls/me'
import { Card } from '@/components/card'

function facts({ id, employee, maskedPhone }: Me): readonly string[] {
  if (id === null) return ['你还没有验证手机号，我们没有存任何能认出你的信息。']
  return [
    `手机号 ${maskedPhone}，加密保存。招聘同事每次查看完整号码都有记录。`,
    ...(employee ? ['姓名、工号和部门，来自公司的员工名册。'] : []),
    '你投递时填写的姓名、简历和想说的话，只有招聘同事能看到；内推人只看得到姓名和进行到哪一步。',
    '别人邀请你时填写的号码，30 天没有答复就自动删除。',
  ]
}

export function Stored({ me }: { me: Me }) {
  return (
    <Card>
      <View className='me__facts'>
        {facts(me).map((fact) => (
          <View key={fact} className='me__fact'>
            {fact}
          </View>
        ))}
      </View>
    </Card>
  )
}
