import { View } from '@tarojs/components'
import { TextArea } from '@/components/text-area'
import { STAGE_TEXT_LIMIT } from '@/domain/stage-texts'
import { moveKind, needsReason, type Stage } from '@/domain/stages'
import { write, type MoveDraft, type MoveProblem } from './draft'

const NOTE_LIMIT = 1000
const REASON_LIMIT = 300

type Props = {
  from: Stage
  draft: MoveDraft
  referred: boolean
  problem: MoveProblem | undefined
  disabled: boolean
  onEdit: (change: (draft: MoveDraft) => MoveDraft) => void
}

/** What each side will read, and what stays among recruiters. */
export function Texts({ from, draft, referred, problem, disabled, onEdit }: Props) {
  const kind = draft.to && moveKind(from, draft.to)
  const wrong = (at: MoveProblem['at']) => (problem?.at === at ? problem.words : undefined)
  return (
    <View className='move-texts'>
      {kind && needsReason(kind) && (
        <TextArea
          label={
            kind === 'back'
              ? '为什么退回（必填，只有招聘同事看得到）'
              : '为什么重新打开（必填，只有招聘同事看得到）'
          }
          value={draft.reason}
          maxLength={REASON_LIMIT}
          disabled={disabled}
          error={wrong('reason')}
          onInput={(reason) => onEdit((now) => ({ ...now, reason }))}
          testId='reason'
        />
      )}
      <TextArea
        label='候选人会看到'
        value={draft.texts.candidate}
        maxLength={STAGE_TEXT_LIMIT}
        disabled={disabled}
        error={wrong('candidate')}
        onInput={(text) => onEdit((now) => write(now, 'candidate', text))}
        testId='candidate-text'
      />
      {referred && (
        <TextArea
          label='内推人会看到'
          value={draft.texts.referrer}
          maxLength={STAGE_TEXT_LIMIT}
          disabled={disabled}
          error={wrong('referrer')}
          onInput={(text) => onEdit((now) => write(now, 'referrer', text))}
          testId='referrer-text'
        />
      )}
      <TextArea
        label='内部备注（选填，只有招聘同事看得到）'
        value={draft.note}
        maxLength={NOTE_LIMIT}
        disabled={disabled}
        onInput={(note) => onEdit((now) => ({ ...now, note }))}
        testId='note'
      />
    </View>
  )
}
