import type { PropsWithChildren, ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classNames } from '../class-names'
import { NavBar } from '../nav-bar'
import './index.scss'

export type PageProps = PropsWithChildren<{
  /** Shown by the web's own bar; WeChat takes the page config's title. Keep the two the same. */
  title: string
  /** Called by the web's back arrow; leave it out on the four tabs. */
  onBack?: () => void
  seal?: boolean
  /** Up to 1200 px instead of one column: the recruiter's desk. */
  wide?: boolean
  /** Stays at the lower edge: the primary button of a long page. */
  footer?: ReactNode
}>

/** Paper, padding, the bar on top, one column in the middle of a wide window. Every page starts with it. */
export function Page({ title, onBack, seal, wide, footer, children }: PageProps) {
  return (
    <View className={classNames('b-page', wide && 'b-page--wide')}>
      <NavBar title={title} back={Boolean(onBack)} seal={seal} onBack={() => onBack?.()} />
      <View className='b-page__content'>{children}</View>
      {footer && <View className='b-page__footer'>{footer}</View>}
    </View>
  )
}
