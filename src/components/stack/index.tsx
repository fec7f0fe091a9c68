import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { classNames } from '../class-names'
import './index.scss'

export type StackProps = PropsWithChildren<{
  /** Side by side instead of one under the other; what does not fit goes to the next line. */
  row?: boolean
  /** The distance between the pieces: 8, 12 or 24 px. */
  gap?: 's' | 'm' | 'l'
  /** In a row: every piece gets the same share of the width. */
  even?: boolean
}>

/** Puts distance between fields, buttons, tags, so that none of them carries a margin of its own. */
export function Stack({ row, gap = 'm', even, children }: StackProps) {
  return (
    <View
      className={classNames('b-stack', `b-stack--${gap}`, row && 'b-stack--row', even && 'b-stack--even')}
    >
      {children}
    </View>
  )
}
