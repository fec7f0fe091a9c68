import { View } from '@tarojs/components'
import { dayWords } from '@/domain/shanghai'
import './index.scss'

export type ExplainedProps = {
  sentences: readonly string[]
  /** What happened since: claims, objections, decisions, transfers. `at` is ISO 8601. */
  log: readonly { id: string; at: string; words: string }[]
}

/** Why a referral belongs to whom: the decision in sentences, and under it what happened to it since. */
export function Explained({ sentences, log }: ExplainedProps) {
  return (
    <View className='b-explained'>
      {sentences.map((words) => (
        <View key={words}>{words}</View>
      ))}
      {log.length > 0 && (
        <View className='b-explained__log' role='list' aria-label='归属记录'>
          {log.map(({ id, at, words }) => (
            <View key={id} className='b-explained__entry' role='listitem'>
              <View className='b-explained__at'>{dayWords(new Date(at))}</View>
              <View className='b-explained__words'>{words}</View>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}
