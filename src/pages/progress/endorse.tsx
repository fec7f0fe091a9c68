import { useState } from 'react'
import { View } from '@tarojs/components'
import type { SentInvitation } from '@/contract/calls/invitation'
import { Button } from '@/components/button'
import { Cell } from '@/components/cell'
import { Chips } from '@/components/chips'
import { TextArea } from '@/components/text-area'
import { LINE_LIMIT, RELATION_NAMES, RELATIONS, type Relation } from '@/domain/endorsement'
import { dialog } from '@/services/dialog'

const OPTIONS = RELATIONS.map((value) => ({ value, label: RELATION_NAMES[value] }))

type EndorseProps = {
  invitation: SentInvitation
  busy: boolean
  onSave: (relation: Relation | null, line: string) => Promise<boolean>
}

/** Relation and a personal line, which may come later than the number; recruiters look at endorsed ones first. */
export function Endorse({ invitation, busy, onSave }: EndorseProps) {
  const [open, setOpen] = useState(false)
  const [relation, setRelation] = useState(invitation.relation)
  const [line, setLine] = useState(invitation.line ?? '')
  const given = [invitation.relation && RELATION_NAMES[invitation.relation], invitation.line && '已写推荐语']
  const save = async () => {
    if (!(await onSave(relation, line))) return
    setOpen(false)
    dialog.toast('推荐语已更新，TA 和 HR 会看到')
  }

  return (
    <View>
      <Cell
        label='推荐语'
        value={open ? '收起' : given.filter(Boolean).join(' · ') || '补一句，HR 会先看'}
        expanded={open}
        onTap={() => setOpen(!open)}
      />
      {open && (
        <View className='progress__endorse'>
          <Chips
            label='你们怎么认识的'
            options={OPTIONS}
            value={relation ?? undefined}
            onChange={(chosen) => setRelation(chosen ?? null)}
          />
          <TextArea
            label='推荐语（TA 和 HR 都会看到）'
            placeholder='你们一起做过什么，TA 为什么合适'
            value={line}
            maxLength={LINE_LIMIT}
            onInput={setLine}
          />
          <Button kind='ghost' loading={busy} onTap={() => void save()}>
            保存推荐语
          </Button>
        </View>
      )}
    </View>
  )
}
