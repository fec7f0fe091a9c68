import { View } from '@tarojs/components'
import type { PausePhase } from './store'

/** Why it did not happen. A refused text is told beside the text. */
export function Problem({ phase }: { phase: PausePhase }) {
  const problem = phase.name === 'idle' ? phase.problem : undefined
  if (!problem || problem.code === 'text-refused') return null
  return (
    <View className='timeline__problem' role='alert'>
      {problem.words}
    </View>
  )
}
