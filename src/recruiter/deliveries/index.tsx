import { Page } from '@/components/page'
import { goBack } from '@/services/navigate'
import { RoleGate } from '../role-gate'
import { Deliveries } from './deliveries'
import './index.scss'

export default function RecruiterDeliveriesPage() {
  return (
    <Page title='没送到的提醒' onBack={() => void goBack()} wide>
      <RoleGate
        role='admin'
        title='这里由管理员看管'
        lacking='你的号码没有管理权限。需要的话，请联系公司的管理员'
        next='recruiterDeliveries'
      >
        <Deliveries />
      </RoleGate>
    </Page>
  )
}
