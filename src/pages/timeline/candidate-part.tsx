import { useState } from 'react'
import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import type { Timeline } from '@/contract/calls/progress'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Cell } from '@/components/cell'
import { OfflineBar } from '@/components/offline-bar'
import { Sheet } from '@/components/sheet'
import { TextArea } from '@/components/text-area'
import { isEnd } from '@/domain/stages'
import type { TimelineStore } from './store'

const REASON_LIMIT = 300

/** What a candidate handed in, and the way out. */
export function CandidatePart({ store, timeline }: { store: StoreApi<TimelineStore>; timeline: Timeline }) {
  const { withdrawing, withdraw, openResume } = useStore(store)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const { note, resume, stage } = timeline
  const going = !isEnd(stage) && stage !== 'hired'
  const send = async () => {
    await withdraw(reason)
    setAsking(false)
  }

  return (
    <>
      {(note || resume) && (
        <Card flush>
          {resume && <Cell label='我的简历' value={resume.toUpperCase()} onTap={() => void openResume()} />}
          {note && <Cell label='想说的话' value={note} />}
        </Card>
      )}
      {going && (
        <View className='timeline__actions'>
          <Button kind='plain' onTap={() => setAsking(true)} testId='withdraw'>
            撤回投递
          </Button>
        </View>
      )}
      <Sheet
        open={asking && going}
        title='撤回这次投递？'
        hint='流程会立即结束，招聘同事和内推人都会知道。以后还可以再投递。'
        onClose={() => setAsking(false)}
      >
        <View className='timeline__why'>
          <OfflineBar offline={withdrawing === 'away'} />
          <TextArea
            label='原因（选填，只给招聘同事看）'
            value={reason}
            maxLength={REASON_LIMIT}
            onInput={setReason}
          />
          <Button
            kind='danger'
            loading={withdrawing !== 'no'}
            onTap={() => void send()}
            testId='withdraw-confirm'
          >
            确认撤回
          </Button>
          <Button kind='plain' onTap={() => setAsking(false)}>
            再想想
          </Button>
        </View>
      </Sheet>
    </>
  )
}
