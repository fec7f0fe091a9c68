import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import { ErrorState } from '@/components/error-state'
import { Field } from '@/components/field'
import { loadWords, useReload } from '@/services/reload'
import { firstOf, makeSearch, SEARCH_LIMIT, type Colleague, type SearchPhase } from './store'
import { FoundList, FoundWords } from '../found-list'

type Props = { error?: string; disabled: boolean; onChoose: (colleague: Colleague) => void }

/** A field and the colleagues it finds. Enter takes the first, Tab walks on to the others. */
export function ColleagueSearch({ error, disabled, onChoose }: Props) {
  const [store] = useState(makeSearch)
  const { text, phase, type, again, stop } = useStore(store)
  useEffect(() => stop, [stop])
  useReload(phase.name === 'failed' ? phase.failure : null, again)
  const first = firstOf({ text, phase })

  return (
    <View>
      <Field
        label='改归哪位同事'
        placeholder='姓名或工号的开头'
        value={text}
        maxLength={SEARCH_LIMIT}
        disabled={disabled}
        error={error}
        onInput={type}
        onConfirm={() => first && onChoose(first)}
        testId='colleague'
      />
      <Found phase={phase} onChoose={onChoose} onRetry={again} />
    </View>
  )
}

type FoundProps = { phase: SearchPhase; onChoose: (colleague: Colleague) => void; onRetry: () => void }

function Found({ phase, onChoose, onRetry }: FoundProps) {
  if (phase.name === 'idle') return null
  if (phase.name === 'failed') {
    return <ErrorState title='没有找成' hint={loadWords(phase.failure)} onRetry={onRetry} />
  }
  if (phase.name === 'searching') return <FoundWords words='正在找…' />
  if (phase.colleagues.length === 0) return <FoundWords words='没有找到在职的同事，请检查姓名或工号' />
  return (
    <FoundList
      name='找到的同事'
      found={phase.colleagues.map((colleague) => ({
        ...{ id: colleague.id, label: colleague.name, value: '选 TA', colleague },
        note: `${colleague.department} · ${colleague.employeeNumber}`,
      }))}
      onChoose={({ colleague }) => onChoose(colleague)}
    />
  )
}
