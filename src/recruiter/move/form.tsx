import { View } from '@tarojs/components'
import type { Timeline } from '@/contract/calls/progress'
import { Button } from '@/components/button'
import { moveKind } from '@/domain/stages'
import { dialog } from '@/services/dialog'
import type { CaseState, MovePhase } from '../case/store'
import { chooseTarget, type MoveDraft } from './draft'
import { Targets } from './targets'
import { Texts } from './texts'
import { moveWords } from './words'

type Props = {
  timeline: Timeline
  draft: MoveDraft
  move: Exclude<MovePhase, { name: 'told' }>
} & Pick<CaseState, 'edit' | 'send' | 'giveUp'>

/** The next step, the words for both sides, and one button that says what will happen. */
export function MoveForm({ timeline, draft, move, edit, send, giveUp }: Props) {
  const { stage, round, owner } = timeline
  const referred = owner !== null
  const waiting = move.name === 'sending' && move.waiting
  const { notice, problem } = move.name === 'writing' ? move : {}
  const button = draft.to && moveWords(stage, draft.to, round, referred)

  const submit = async () => {
    const ends = draft.to !== null && moveKind(stage, draft.to) === 'end'
    if (!ends || (await confirmEnd(`${button}？`, referred))) await send()
  }

  return (
    <>
      <Targets
        key={stage}
        from={stage}
        round={round}
        to={draft.to}
        onChoose={(to) => edit((now) => chooseTarget(now, to))}
      />
      {draft.to && (
        <Texts
          from={stage}
          draft={draft}
          referred={referred}
          problem={problem}
          disabled={move.name === 'sending'}
          onEdit={edit}
        />
      )}
      {(notice ?? (problem?.at === 'form' && problem.words)) && (
        <View className='move-notice' role='alert'>
          {notice ?? problem?.words}
        </View>
      )}
      {button && (
        <Button loading={move.name === 'sending'} onTap={() => void submit()} testId='move'>
          {waiting ? '等待网络，连上就发出' : button}
        </Button>
      )}
      {waiting && (
        <Button kind='plain' onTap={giveUp}>
          先不发了
        </Button>
      )}
    </>
  )
}

/** An end is read by two people who hoped for something else: asked once. */
function confirmEnd(title: string, referred: boolean): Promise<boolean> {
  const body = referred ? '候选人和内推人会各自看到为 TA 写的那段话。' : '候选人会看到上面写的那段话。'
  return dialog.confirm({ title, body, yes: '确定', no: '再想想', danger: true })
}
