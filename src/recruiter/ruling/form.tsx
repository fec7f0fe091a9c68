import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import { Button } from '@/components/button'
import { Cell } from '@/components/cell'
import { Chips } from '@/components/chips'
import { TextArea } from '@/components/text-area'
import { SOURCE_WORDS_LIMIT } from '@/domain/attribution/words'
import { ColleagueSearch } from '../colleague/search'
import type { RulingProblem, RulingState } from './store'
import { choicesFor, deedWords, ruledWords } from './words'
import './index.scss'

type Props = {
  store: StoreApi<RulingState>
  owner: { name: string } | null
  /** Something waits for a decision, or did. */
  contested: boolean
  /** Nothing is left to be decided. */
  settled?: boolean
}

/** Who owns it from now on, and why. The reason stays among recruiters, the conclusion is read by everybody concerned. */
export function RulingForm({ store, owner, contested, settled }: Props) {
  const { draft, phase, edit, send, giveUp, again } = useStore(store)
  if (phase.name === 'ruled') {
    return (
      <View className='ruling'>
        <View className='ruling__told' role='status'>
          {ruledWords(phase.owner)}。候选人和相关的同事会看到结论。
        </View>
        {!settled && (
          <Button kind='ghost' onTap={again}>
            {contested ? '继续裁定' : '再次更正'}
          </Button>
        )}
      </View>
    )
  }

  const sending = phase.name === 'sending'
  const waiting = sending && phase.waiting
  const wrong = (at: RulingProblem['at']) => {
    const problem = sending ? undefined : phase.problem
    return problem?.at === at ? problem.words : undefined
  }
  return (
    <View className='ruling'>
      <Chips
        label='结论'
        options={choicesFor(owner, contested)}
        value={draft.choice ?? undefined}
        onChange={(choice) => edit({ choice: choice ?? null })}
      />
      {draft.choice === 'employee' &&
        (draft.colleague ? (
          <View>
            <Cell
              label='改归'
              value={`${draft.colleague.name} · ${draft.colleague.department}`}
              note='点一下换一位'
              onTap={() => edit({ colleague: null })}
            />
            <Problem words={wrong('colleague')} />
          </View>
        ) : (
          <ColleagueSearch
            error={wrong('colleague')}
            disabled={sending}
            onChoose={(colleague) => edit({ colleague })}
          />
        ))}
      <TextArea
        label='理由（必填，只有招聘同事看得到）'
        value={draft.reason}
        maxLength={SOURCE_WORDS_LIMIT}
        disabled={sending}
        error={wrong('reason')}
        onInput={(reason) => edit({ reason })}
        testId='ruling-reason'
      />
      <Problem words={wrong('choice') ?? wrong('form')} />
      <Button kind='ghost' loading={sending} onTap={() => void send(contested)} testId='rule'>
        {waiting ? '等待网络，连上就发出' : deedWords(draft, owner)}
      </Button>
      {waiting && (
        <Button kind='plain' onTap={giveUp}>
          先不发了
        </Button>
      )}
    </View>
  )
}

function Problem({ words }: { words: string | undefined }) {
  if (!words) return null
  return (
    <View className='case-problem' role='alert'>
      {words}
    </View>
  )
}
