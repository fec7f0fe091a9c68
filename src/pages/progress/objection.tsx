import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import { Cell } from '@/components/cell'
import { WordsForm } from '@/components/words-form'
import { SOURCE_WORDS_LIMIT } from '@/domain/attribution/words'
import { makeDispute } from '@/services/dispute'

/**
 * An objection about an invitation that has led to no application of its referrer's. Nothing here tells whether the
 * candidate has applied through somebody else (product.md, "Who owns the referral", clause 6).
 */
export function Objection({ invitationId }: { invitationId: string }) {
  const [store] = useState(() => makeDispute({ as: 'referrer', kind: 'invitation', id: invitationId }))
  const { words, phase, write, send, giveUp } = useStore(store)
  const [open, setOpen] = useState(false)
  useEffect(() => giveUp, [giveUp])

  return (
    <View>
      <Cell
        label='对归属有疑问'
        value={open ? '收起' : '我有异议'}
        expanded={open}
        onTap={() => setOpen(!open)}
        testId='object'
      />
      {open && (
        <View className='progress__fold'>
          <WordsForm
            label='每份邀请可以提一次，写清楚经过'
            placeholder='例如：我先联系了 TA，TA 也答应用我的邀请投递'
            limit={SOURCE_WORDS_LIMIT}
            deed='提交异议'
            quiet
            after='异议已提交，HR 会核对，需要时会联系你。'
            words={words}
            phase={phase}
            onWrite={write}
            onSend={() => void send()}
            onGiveUp={giveUp}
          />
        </View>
      )}
    </View>
  )
}
