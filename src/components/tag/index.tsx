import { View } from '@tarojs/components'
import './index.scss'

/** Jade: in time. Seal: late, nothing else. Gold: endorsement and good news. Gray: a plain fact. */
export type Tone = 'jade' | 'seal' | 'gold' | 'gray'

export function Tag({ tone = 'gray', children }: { tone?: Tone; children: string }) {
  return <View className={`b-tag b-tag--${tone}`}>{children}</View>
}
