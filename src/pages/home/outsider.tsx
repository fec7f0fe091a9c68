import { View } from '@tarojs/components'
import type { Me } from '@/contract/calls/me'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Cell } from '@/components/cell'
import { goTo, goToTab } from '@/services/navigate'
import { HaveCode } from './have-code'

/** Why there is no form here for this person, and where to go instead. */
export function Outsider({ me }: { me: Me }) {
  if (me.id === null) return <Visitor company={me.company} />
  if (me.employee) return <Intern name={me.employee.name} />
  return (
    <>
      <View className='home-title' role='heading'>
        这个号码不在员工名册上
      </View>
      <View className='home-hint'>
        内推由{me.company}的在职员工发起。如果你是员工，请联系 HR 把 {me.maskedPhone}{' '}
        加进名册，加好后这里就能用。
      </View>
      <WaysOn invitations={me.invitationsWaiting} />
      <HaveCode />
    </>
  )
}

function Visitor({ company }: { company: string }) {
  return (
    <>
      <View className='home-title' role='heading'>
        把合适的人，推荐给{company || '公司'}
      </View>
      <View className='home-hint'>伯乐是员工内推的小工具。</View>
      <Card className='home-about'>
        <View>一个手机号、一次点按，邀请就发出，来源记在你名下。</View>
        <View>你和候选人看同一份进度，每一步由谁处理、何时回音，都写明白。</View>
        <View>候选人知道是谁推荐的，随时可以拒绝并删除号码。</View>
        <Button onTap={() => void goTo('prove', { next: 'home' })} testId='prove'>
          验证手机号
        </Button>
        <Button kind='plain' onTap={() => void goToTab('jobs')}>
          先看看在招职位
        </Button>
      </Card>
      <HaveCode />
    </>
  )
}

function Intern({ name }: { name: string }) {
  return (
    <>
      <View className='home-title' role='heading'>
        {name}，转正后再来内推
      </View>
      <View className='home-hint'>
        按公司目前的规定，实习期间不能内推。转正以后，这里会自动打开，不用另外申请。
      </View>
      <WaysOn invitations={0} />
    </>
  )
}

function WaysOn({ invitations }: { invitations: number }) {
  return (
    <Card flush className='home-ways'>
      {invitations > 0 && (
        <Cell label={`有 ${invitations} 份邀请在等你答复`} onTap={() => void goToTab('progress')} />
      )}
      <Cell label='我的投递进度' onTap={() => void goToTab('progress')} />
      <Cell label='看看在招职位' onTap={() => void goToTab('jobs')} />
    </Card>
  )
}
