import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import type { Timeline } from '@/contract/calls/progress'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { OfflineBar } from '@/components/offline-bar'
import { Sheet } from '@/components/sheet'
import { TextArea } from '@/components/text-area'
import { dialog } from '@/services/dialog'
import { Problem } from './problem'
import { REASON_LIMIT, type PauseState } from './store'
import { PAUSE_CHOICES, pauseWords } from './words'

const OPTIONS = PAUSE_CHOICES.map((value) => ({ value, label: `${value} 天` }))

type Props = { store: StoreApi<PauseState>; timeline: Timeline; now: Date }

/** 给我一点时间: for how long, what the clock does meanwhile, and why if they like. */
export function AskForTime(props: Props) {
  const { phase, asking, ask, close } = useStore(props.store)
  return (
    <>
      <View className='timeline__actions'>
        <Button kind='plain' onTap={ask} testId='pause'>
          给我一点时间
        </Button>
      </View>
      {!asking && <Problem phase={phase} />}
      <Sheet
        open={asking}
        title='给我一点时间'
        hint='不影响你的结果。招聘同事和内推人会知道你想缓一缓。'
        onClose={close}
      >
        <Form {...props} />
      </Sheet>
    </>
  )
}

function Form({ store, timeline, now }: Props) {
  const { days, reason, phase, choose, write, pause, close } = useStore(store)
  const sending = phase.name === 'sending'
  const problem = sending ? undefined : phase.problem
  // The card that says so stands on top of the page, which may be out of sight.
  const ask = async () => {
    if (await pause()) dialog.toast(`好，这 ${days} 天不计时`)
  }
  return (
    <View className='timeline__why'>
      <OfflineBar offline={sending && phase.waiting} />
      <Chips label='想要几天' options={OPTIONS} value={days} onChange={choose} />
      <View className='timeline__clock' role='status'>
        {pauseWords(timeline, Number(days), now)}
      </View>
      <TextArea
        label='原因（选填，只给招聘同事看）'
        placeholder='例如：手上的项目下周才交付'
        value={reason}
        maxLength={REASON_LIMIT}
        disabled={sending}
        error={problem?.code === 'text-refused' ? problem.words : undefined}
        onInput={write}
      />
      <Problem phase={phase} />
      <Button loading={sending} onTap={() => void ask()} testId='pause-confirm'>
        {`暂停 ${days} 天`}
      </Button>
      <Button kind='plain' onTap={close}>
        不用了
      </Button>
    </View>
  )
}
