import { View } from '@tarojs/components'
import { classNames } from '../class-names'
import './index.scss'

export type SkeletonProps = {
  /** What is about to come: rows of referrals or jobs, one thing in full, something to fill in. */
  shape: 'list' | 'detail' | 'form'
  rows?: number
}

type Line = 'title' | 'long' | 'short' | 'bar' | 'box'

const blocks: Record<SkeletonProps['shape'], readonly Line[]> = {
  list: ['title', 'bar', 'short'],
  detail: ['title', 'short', 'long', 'long', 'short'],
  form: ['short', 'box', 'short', 'box'],
}
const usual: Record<SkeletonProps['shape'], number> = { list: 4, detail: 2, form: 1 }

export function Skeleton({ shape, rows = usual[shape] }: SkeletonProps) {
  return (
    <View className={classNames('b-skeleton', `b-skeleton--${shape}`)} role='status' aria-label='正在加载'>
      {Array.from({ length: rows }, (_, row) => (
        <View key={row} className='b-skeleton__block'>
          {blocks[shape].map((line, index) => (
            <View key={index} className={`b-skeleton__line b-skeleton__line--${line}`} />
          ))}
        </View>
      ))}
    </View>
  )
}
