import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import type { Timeline } from '@/contract/calls/progress'
import { Button } from '@/components/button'
import { Cell } from '@/components/cell'
import { TextArea } from '@/components/text-area'
import { STAGE_TEXT_LIMIT } from '@/domain/stage-texts'
import { chooseJob, write, type TransferProblem } from './draft'
import { JobChoice } from './job-choice'
import type { TransferState } from './store'

const REASON_LIMIT = 300

type Props = { timeline: Timeline; store: StoreApi<TransferState> }

/** To which job, what each side will read, and why. Owner and date stay by the rule, and are not asked for. */
export function TransferForm({ timeline, store }: Props) {
  const { draft, phase, edit, send, giveUp } = useStore(store)
  const sending = phase.name === 'sending'
  const waiting = phase.name === 'sending' && phase.waiting
  const wrong = (at: TransferProblem['at']) => {
    const problem = phase.name === 'writing' ? phase.problem : undefined
    return problem?.at === at ? problem.words : undefined
  }

  if (draft.job === null) {
    return (
      <JobChoice
        current={timeline.job.id}
        error={wrong('job')}
        disabled={sending}
        onChoose={(job) => edit((now) => chooseJob(now, job))}
      />
    )
  }
  const notice = wrong('job') ?? wrong('form')
  return (
    <View className='transfer'>
      <Cell
        label='转到'
        value={`${draft.job.title} · ${draft.job.city}`}
        onTap={() => edit((now) => chooseJob(now, null))}
      />
      <View className='case-small'>从初筛继续。按规则，归属和保护期不变。</View>
      <TextArea
        label='告诉候选人'
        value={draft.texts.candidate}
        maxLength={STAGE_TEXT_LIMIT}
        disabled={sending}
        error={wrong('candidate')}
        onInput={(text) => edit((now) => write(now, 'candidate', text))}
        testId='transfer-candidate'
      />
      {timeline.owner && (
        <TextArea
          label='告诉内推人'
          value={draft.texts.referrer}
          maxLength={STAGE_TEXT_LIMIT}
          disabled={sending}
          error={wrong('referrer')}
          onInput={(text) => edit((now) => write(now, 'referrer', text))}
          testId='transfer-referrer'
        />
      )}
      <TextArea
        label='原因（选填，只有招聘同事看得到）'
        value={draft.reason}
        maxLength={REASON_LIMIT}
        disabled={sending}
        onInput={(reason) => edit((now) => ({ ...now, reason }))}
        testId='transfer-reason'
      />
      {notice && (
        <View className='case-problem' role='alert'>
          {notice}
        </View>
      )}
      <Button kind='ghost' loading={sending} onTap={() => void send(timeline.version)} testId='transfer'>
        {waiting
          ? '等待网络，连上就发出'
          : `转到${draft.job.title}，并告诉${timeline.owner ? '双方' : '候选人'}`}
      </Button>
      {waiting && (
        <Button kind='plain' onTap={giveUp}>
          先不发了
        </Button>
      )}
    </View>
  )
}
