import { useEffect, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useStore } from 'zustand'
import { Tappable } from '@/components/tappable'
import { spacePhone } from '@/domain/phone'
import { clipboard } from '@/services/clipboard'
import { dialog } from '@/services/dialog'
import { makePhone } from './phone-store'

/** Masked until somebody needs it. */
export function Phone({ id, masked }: { id: string; masked: string | null }) {
  const [store] = useState(() => makePhone(id))
  const phase = useStore(store, (state) => state.phase)
  const { reveal, giveUp } = store.getState()
  useEffect(() => giveUp, [giveUp])

  if (masked === null) return <Text className='case-fact'>号码已删除</Text>
  if (phase.name === 'shown' && phase.phone === null) return <Text className='case-fact'>号码已删除</Text>
  const phone = phase.name === 'shown' ? localPhone(phase.phone ?? '') : null
  const copy = async (text: string) => {
    if (await clipboard.copy(text)) dialog.toast('号码已复制')
  }
  return (
    <View className='case-fact'>
      <Text userSelect>{phone ? spacePhone(phone) : masked}</Text>
      {phone ? (
        <Tappable className='case-fact__tap' label='复制号码' onTap={() => void copy(phone)}>
          复制
        </Tappable>
      ) : (
        <Tappable className='case-fact__tap' label='显示完整号码，会留下查看记录' onTap={() => void reveal()}>
          {phase.name === 'asking' ? '正在取…' : '显示'}
        </Tappable>
      )}
      <Text className='case-fact__note'>{phone ? '已记录这次查看' : '查看会留下记录'}</Text>
      {phase.name === 'masked' && phase.problem && (
        <View className='case-problem' role='alert'>
          {phase.problem}
        </View>
      )}
    </View>
  )
}

/** As it is dialled from here: mainland numbers without their country code. */
function localPhone(phone: string): string {
  return phone.startsWith('+86') ? phone.slice(3) : phone
}
