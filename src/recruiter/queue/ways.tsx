import { View } from '@tarojs/components'
import { Tappable } from '@/components/tappable'
import { goTo } from '@/services/navigate'
import { useRole } from '@/services/session'
import { countOf, useClaims } from '../claims/store'

/** From the list to what else a recruiter looks after. */
export function Ways() {
  const admin = useRole('admin')
  const waiting = useClaims((state) => countOf(state.phase))
  return (
    <View className='queue__ways'>
      <Tappable className='queue__way' onTap={() => void goTo('recruiterClaims')} testId='claims'>
        {waiting ? `待裁定 ${waiting}` : '待裁定'} ›
      </Tappable>
      <Tappable className='queue__way' onTap={() => void goTo('recruiterShares')} testId='suspicious'>
        可疑来源 ›
      </Tappable>
      {admin && (
        <Tappable className='queue__way' onTap={() => void goTo('recruiterDeliveries')} testId='deliveries'>
          没送到的提醒 ›
        </Tappable>
      )}
    </View>
  )
}
