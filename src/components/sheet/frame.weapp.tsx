import { View } from '@tarojs/components'
import type { SheetFrame as Face } from './face'

export const SheetFrame = (({ title, onClose, children }) => (
  <View className='b-sheet'>
    <View className='b-sheet__shade' catchMove onClick={onClose} />
    <View className='b-sheet__panel' role='dialog' aria-label={title}>
      {children}
    </View>
  </View>
)) satisfies Face
