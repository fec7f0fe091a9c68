import { View } from '@tarojs/components'
import type { Timeline } from '@/contract/calls/progress'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { moveKind } from '@/domain/stages'
import { dialog } from '@/services/dialog'
import type { CaseState, MovePhase } from '../case/store'
import { chooseTarget, targetsFrom, type MoveDraft } from './draft'
import { Targets } from './targets'
import { Texts } from './texts'
import { Told } from './told'
import { moveWords } from './words'
import './index.scss'

type Props = { timeline: Timeline; draft: MoveDraft; move: MovePhase } & Pick<
  CaseState,
  'edit' | 'send' | 'giveUp'
>

/** The next step, the words for both sides, and one button that says what will happen. */
export function MoveForm({ timeline, draft, move, edit, send, giveUp }: Props) {
  const { stage, round, owner } = timeline
  const referred = owner !== null
  const sending = move.name === 'sending'
  const { notice, told, problem } = move.name === 'writing' ? move : {}
  const targets = targetsFrom(stage)
  const final = targets.onward.length + targets.ends.length + targets.backward.length === 0

  const submit = async () => {
    const ends = draft.to !== null && moveKind(stage, draft.to) === 'end'
    if (!ends || (await confirmEnd(moveWords(stage, draft.to ?? stage, round, referred), referred)))
      await send()
  }

  return (
    <Card>
      <View className='case-title' role='heading'>
        {final ? '流程已完成' : '推进，并告诉双方'}
      </View>
      {notice && (
        <View className='move-notice' role='alert'>
          {notice}
        </View>
      )}
      {told && <Told told={told} />}
      {!final && (
        <Targets
          key={stage}
          from={stage}
          round={round}
          to={draft.to}
          onChoose={(to) => edit((now) => chooseTarget(now, to))}
        />
      )}
      {draft.to && (
        <>
          <Texts
            from={stage}
            draft={draft}
            referred={referred}
            problem={problem}
            disabled={sending}
            onEdit={edit}
          />
          {problem?.at === 'form' && (
            <View className='case-problem' role='alert'>
              {problem.words}
            </View>
          )}
          <Button loading={sending} onTap={() => void submit()} testId='move'>
            {sending && move.waiting ? '等待网络，连上就发出' : moveWords(stage, draft.to, round, referred)}
          </Button>
          {sending && move.waiting && (
            <Button kind='plain' onTap={giveUp}>
              先不发了
            </Button>
          )}
        </>
      )}
    </Card>
  )
}

/** An end is read by two people who hoped for something else: asked once. */
function confirmEnd(title: string, referred: boolean): Promise<boolean> {
  const body = referred ? '候选人和内推人会各自收到上面写的那段话。' : '候选人会收到上面写的那段话。'
  return dialog.confirm({ title: `${title}？`, body, yes: '确定', no: '再想想', danger: true })
}
