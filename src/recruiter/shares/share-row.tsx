import { View } from '@tarojs/components'
import type { SuspiciousShare } from '@/contract/calls/share'
import { dayWords } from '@/domain/shanghai'
import { shareWords, whyListed } from './words'

/** Whose share it is, why it is listed, and the figures. */
export function ShareRow({ share }: { share: SuspiciousShare }) {
  const { referrer, visitors, applications, endorsed, reports, lastAt } = share
  return (
    <View className='suspicious__row' role='listitem'>
      <View className='suspicious__words'>
        <View className='suspicious__who'>
          {referrer.name} · {referrer.department}
        </View>
        <View className='suspicious__small'>
          {shareWords(share)}
          {lastAt !== null && ` · 最近 ${dayWords(new Date(lastAt))}`}
        </View>
        <View className='suspicious__why'>{whyListed(share).join('；')}</View>
      </View>
      <View className='suspicious__figures'>
        <Figure label='打开' value={visitors} />
        <Figure label='投递' value={applications} />
        <Figure label='有背书' value={endorsed} />
        <Figure label='举报' value={reports} />
      </View>
    </View>
  )
}

function Figure({ label, value }: { label: string; value: number }) {
  return (
    <View className='suspicious__figure'>
      <View className='suspicious__value'>{value}</View>
      <View className='suspicious__label'>{label}</View>
    </View>
  )
}
