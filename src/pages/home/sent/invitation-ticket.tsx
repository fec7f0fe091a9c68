import { Text, View } from '@tarojs/components'
import type { SentInvitation } from '@/contract/calls/invitation'
import { Tag } from '@/components/tag'
import { useSession } from '@/services/session'

/** The invitation with its source: to whom, for which job, on whose name it stands. */
export function InvitationTicket({ invitation }: { invitation: SentInvitation }) {
  const employee = useSession((state) => state.me?.employee)
  const { job, maskedPhone, sourceCode } = invitation
  return (
    <View className='home-ticket'>
      <View className='home-ticket__head'>
        <View className='home-ticket__row'>
          <View className='home-ticket__job'>{job?.title ?? '不指定职位'}</View>
          {job && <Tag tone='jade'>{job.city}</Tag>}
        </View>
        {maskedPhone && <View className='home-ticket__small'>发给 {maskedPhone}</View>}
      </View>
      <View className='home-ticket__body'>
        {employee && (
          <View className='home-ticket__row'>
            <Text className='home-ticket__small'>内推人</Text>
            <Text>
              {employee.name} · {employee.department}
            </Text>
          </View>
        )}
        <View className='home-ticket__row'>
          <Text className='home-ticket__small'>来源编号</Text>
          <Text className='home-ticket__code' userSelect>
            {sourceCode}
          </Text>
        </View>
      </View>
    </View>
  )
}
