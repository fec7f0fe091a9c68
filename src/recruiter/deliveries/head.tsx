import { View } from '@tarojs/components'
import type { DeliveryHead } from './store'

const COUNTS = [
  ['waiting', '排队中'],
  ['sent', '已送出'],
  ['dropped', '不用再发'],
  ['dead', '没送到'],
] as const satisfies readonly (readonly [keyof DeliveryHead['counts'], string])[]

/** What an administrator has to look after, and how the last days went. */
export function DeliveryHeadView({ head: { counts, warnings } }: { head: DeliveryHead }) {
  return (
    <>
      {warnings.length > 0 && (
        <View className='deliveries__warnings' role='status'>
          {warnings.map(({ kind, template, words }) => (
            <View key={`${kind}-${template ?? ''}-${words}`} className='deliveries__warning'>
              {words}
            </View>
          ))}
        </View>
      )}
      <View className='deliveries__counts' role='group' aria-label='最近 7 天'>
        <View className='deliveries__days'>最近 7 天</View>
        {COUNTS.map(([name, label]) => (
          <View key={name} className='deliveries__count'>
            <View className='deliveries__figure'>{counts[name].toLocaleString('en-US')}</View>
            <View className='deliveries__label'>{label}</View>
          </View>
        ))}
      </View>
    </>
  )
}
