import { useState } from 'react'
import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import type { Me } from '@/contract/calls/me'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { InvitationsWaiting } from '@/components/invitations-waiting'
import { OfflineBar } from '@/components/offline-bar'
import { TextArea } from '@/components/text-area'
import { goToTab, replaceWith } from '@/services/navigate'
import { readersWords } from './by-words'
import { JobChoice } from './job-choice'
import { Resume } from './resume'
import { makeResume } from './resume-store'
import type { Door } from './door'
import type { ApplyStore } from './store'

type FormProps = { store: StoreApi<ApplyStore>; door: Extract<Door, { name: 'form' }>; me: Me }

const NAME_LIMIT = 60
const NOTE_LIMIT = 500

/** Everything a candidate fills in: one name is enough. */
export function Form({ store, door, me }: FormProps) {
  const { draft, problem, sending, edit, submit } = useStore(store)
  const [resume] = useState(makeResume)
  const uploading = useStore(resume, ({ phase }) => phase.name === 'uploading')
  const wrong = (at: 'name' | 'note' | 'job') => (problem?.at === at ? problem.words : undefined)
  const send = async () => {
    const id = await submit()
    if (id) await replaceWith('timeline', { id })
  }

  return (
    <>
      <OfflineBar offline={sending === 'away'} />
      <InvitationsWaiting
        count={me.invitationsWaiting}
        note='先看看是谁邀请了你，这里填的会留着'
        onTap={() => void goToTab('progress')}
      />
      <JobChoice
        door={door}
        chosen={draft.jobId}
        problem={wrong('job')}
        onChoose={(jobId) => edit({ jobId })}
      />
      <Card>
        <View className='apply__fields'>
          <Field
            label='姓名'
            value={draft.name}
            placeholder='怎么称呼你'
            maxLength={NAME_LIMIT}
            error={wrong('name')}
            testId='name'
            onInput={(name) => edit({ name })}
          />
          <Resume store={resume} file={draft.file} onChange={(file) => edit({ file })} />
          <TextArea
            label='想说的话（选填）'
            value={draft.note}
            placeholder='比如何时方便联系、最想做什么'
            maxLength={NOTE_LIMIT}
            error={wrong('note')}
            testId='note'
            onInput={(note) => edit({ note })}
          />
        </View>
      </Card>
      <View className='apply__note'>{readersWords(me.maskedPhone, door.by)}</View>
      {problem?.at === 'whole' && (
        <View className='apply__problem' role='alert'>
          {problem.words}
        </View>
      )}
      {problem?.code === 'already-applied' && (
        <Button kind='ghost' onTap={() => void goToTab('progress')}>
          查看进度
        </Button>
      )}
      <Button loading={sending !== 'no'} disabled={uploading} onTap={() => void send()} testId='submit'>
        {uploading ? '简历上传中…' : sending === 'away' ? '连上后自动投递' : '投递'}
      </Button>
    </>
  )
}
