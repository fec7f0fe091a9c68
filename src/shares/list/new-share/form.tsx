import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import type { OwnShare } from '@/contract/calls/share'
import { Button } from '@/components/button'
import { Cell } from '@/components/cell'
import { Chips } from '@/components/chips'
import { Field } from '@/components/field'
import { SHARE_NAME_LIMIT } from '@/domain/own-share'
import { NAMES, type NewShareStore } from './store'

type FormProps = {
  channel: 'poster' | 'link'
  store: StoreApi<NewShareStore>
  onChooseJob: () => void
  onMade: (share: OwnShare) => void
}

const OPTIONS = [
  ...NAMES.map((name) => ({ value: name, label: name })),
  { value: 'own' as const, label: '自定义' },
]

export function Form({ channel, store, onChooseJob, onMade }: FormProps) {
  const { draft, problem, sending, edit, submit } = useStore(store)
  const { choice, typed, job } = draft
  const send = async () => {
    const share = await submit()
    if (share) onMade(share)
  }
  return (
    <View className='shares-form'>
      <View>
        <View className='shares-form__label'>用在哪里？（选填，只有你看得到）</View>
        <Chips
          label='用在哪里'
          options={OPTIONS}
          value={choice}
          onChange={(chosen) => edit({ choice: chosen })}
        />
      </View>
      {choice === 'own' && (
        <Field
          label='名字'
          value={typed}
          placeholder={`最多 ${SHARE_NAME_LIMIT} 个字`}
          maxLength={SHARE_NAME_LIMIT}
          error={problem?.at === 'name' ? problem.words : undefined}
          focus
          testId='share-name'
          onInput={(name) => edit({ typed: name })}
        />
      )}
      <View className='shares-form__job'>
        <Cell
          label='职位'
          value={job ? `${job.title} · ${job.city}` : '所有在招职位'}
          onTap={onChooseJob}
          testId='share-job'
        />
      </View>
      {problem?.at === 'whole' && (
        <View className='shares-problem' role='alert'>
          {problem.words}
        </View>
      )}
      <Button loading={sending !== 'no'} onTap={() => void send()} testId='make'>
        {sending === 'away' ? '等待网络，连上就生成' : channel === 'poster' ? '生成海报' : '生成链接'}
      </Button>
    </View>
  )
}
