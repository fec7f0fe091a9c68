import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { CodeEntry } from '@/components/code-entry'
import { useCodeEntry } from '@/services/code-entry'
import { replaceWith } from '@/services/navigate'

/** A dead link need not be the end of a recommendation: whoever made it has a code that works. */
export function WhoToldYou() {
  const entry = useCodeEntry((token) => void replaceWith('invitation', { token }))
  return (
    <Card>
      <View className='invitation__ask'>
        <View className='invitation__heading' role='heading'>
          谁告诉你的？
        </View>
        <View className='invitation__small'>向推荐你的同事要 8 位内推码，输入后来源仍会按规则记给 TA。</View>
      </View>
      <CodeEntry {...entry} />
    </Card>
  )
}
