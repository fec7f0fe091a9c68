import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { EndorsementFold } from './endorsement-fold'
import { JobRow } from './job-choice/job-row'
import { isClosed, useOpenJobs } from './job-choice/open-jobs'
import { PhoneField } from './phone/phone-field'
import { useNumberAnswer } from './phone/use-number-answer'
import { useHome } from './store'

/** One field, one button. */
export function InviteForm() {
  const phase = useHome((state) => state.phase)
  const jobId = useHome((state) => state.draft.job?.id)
  const closed = useOpenJobs((state) => isClosed(state.phase, jobId))
  const [choosingJob, setChoosingJob] = useState(false)
  const answer = useNumberAnswer()
  const { send, giveUp } = useHome.getState()
  const waiting = phase.name === 'sending' && phase.waiting
  const problem = phase.name === 'editing' && phase.problem?.at === 'form' ? phase.problem.words : undefined

  return (
    <Card className='home-form'>
      <PhoneField answer={answer} />
      <JobRow choosing={choosingJob} onChoosing={setChoosingJob} />
      <EndorsementFold />
      {problem && (
        <View className='home-row__problem' role='alert'>
          {problem}
        </View>
      )}
      <View className={classNames('home-form__send', answer?.taken && 'home-form__send--taken')}>
        <Button
          loading={phase.name === 'sending'}
          disabled={answer?.taken}
          onTap={() => (closed ? setChoosingJob(true) : void send())}
          testId='send'
        >
          {answer?.taken ? answer.words : waiting ? '等待网络，连上就发出' : 'TA 已同意，发出邀请'}
        </Button>
      </View>
      {waiting && (
        <View className='home-form__waiting' role='status'>
          <View>暂时连不上，内容已保留，会自动重试</View>
          <Button kind='plain' fit onTap={giveUp}>
            先不发了
          </Button>
        </View>
      )}
    </Card>
  )
}
