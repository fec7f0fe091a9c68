import { View } from '@tarojs/components'
import { Page } from '@/components/page'
import { goBack, useParams } from '@/services/navigate'
import { provesBy } from '@/services/phone-proof'
import { useMe } from '@/services/session'
import { CodeProof } from './code-proof'
import { goOnward, routeOf } from './onward'
import { WechatProof } from './wechat-proof'
import './index.scss'

const WHY: Partial<Record<string, string>> = {
  invitation: '邀请是发给一个手机号的，验证后就知道是不是发给你的。',
  apply: '验证后就能投递，之后用这个号码查看进度。',
  progress: '推荐和投递都记在手机号下，验证后就能看到你的进度。',
}
const WHY_AT_ALL = '推荐、邀请和投递都记在手机号下，验证一次就能看到与你有关的内容。'

export default function ProvePage() {
  const { next: name, token, job } = useParams('prove')
  const { me } = useMe()
  const next = routeOf(name)
  const Proof = provesBy === 'wechat' ? WechatProof : CodeProof

  return (
    <Page title='验证手机号' onBack={() => void goBack()}>
      <View className='prove__title' role='heading'>
        先确认是你本人
      </View>
      <View className='prove__why'>{WHY[next ?? ''] ?? WHY_AT_ALL}</View>
      {me?.maskedPhone && (
        <View className='prove__why'>你现在用的是 {me.maskedPhone}，验证另一个号码后会换成新的。</View>
      )}
      <Proof onProven={(proven) => void goOnward(proven, next, { token, job })} />
      <View className='prove__note'>号码加密保存，只有处理你投递的招聘同事能看到，每次查看都有记录。</View>
    </Page>
  )
}
