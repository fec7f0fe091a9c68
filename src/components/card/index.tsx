import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { classNames } from '../class-names'
import './index.scss'

export type CardProps = PropsWithChildren<{
  /** For rows that bring their own height. */
  flush?: boolean
  className?: string
}>

/** White on paper. Cards that follow each other keep a distance. */
export function Card({ flush, className, children }: CardProps) {
  return <View className={classNames('b-card', flush && 'b-card--flush', className)}>{children}</View>
}
