import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { Tappable } from '../tappable'
import { SheetFrame } from './frame'
import './index.scss'

export type SheetProps = PropsWithChildren<{
  open: boolean
  title: string
  hint?: string
  /** The cross, the backdrop, Esc. */
  onClose: () => void
}>

/** Comes up from below on a phone, stands in the middle of a wide window. Closed, it holds no state. */
export function Sheet({ open, title, hint, onClose, children }: SheetProps) {
  if (!open) return null
  return (
    <SheetFrame title={title} onClose={onClose}>
      <View className='b-sheet__head'>
        <View className='b-sheet__title' role='heading'>
          {title}
        </View>
        {hint && <View className='b-sheet__hint'>{hint}</View>}
        <Tappable className='b-sheet__close' label='关闭' onTap={onClose}>
          <View className='b-sheet__cross' />
        </Tappable>
      </View>
      <View className='b-sheet__body'>{children}</View>
    </SheetFrame>
  )
}
