import { useState } from 'react'
import { View } from '@tarojs/components'
import type { ShareLanding } from '@/contract/calls/share'
import { Tappable } from '@/components/tappable'
import { storedDetails, storedWords } from './words'

/** What is stored about somebody who only looks. */
export function Stored({ landing: { channel, referrer } }: { landing: ShareLanding }) {
  const [open, setOpen] = useState(false)
  return (
    <View className='invitation__stored'>
      <View>{storedWords(channel)}</View>
      {open && storedDetails(referrer.name).map((detail) => <View key={detail}>{detail}</View>)}
      <Tappable className='invitation__link' expanded={open} onTap={() => setOpen(!open)}>
        {open ? '收起' : '会记下什么？'}
      </Tappable>
    </View>
  )
}
