import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Landing } from '@/contract/calls/invitation'
import { Tappable } from '@/components/tappable'
import { STORED_DETAILS, storedWords } from './words'

/** What is stored about the reader: said where the choice is made, the rest one tap away. */
export function StoredNote({ landing }: { landing: Landing }) {
  const [open, setOpen] = useState(false)
  return (
    <View className='invitation__stored'>
      <View>{storedWords(landing)}</View>
      {open && STORED_DETAILS.map((detail) => <View key={detail}>{detail}</View>)}
      <Tappable className='invitation__link' expanded={open} onTap={() => setOpen(!open)}>
        {open ? '收起' : '我的号码怎么被使用？'}
      </Tappable>
    </View>
  )
}
