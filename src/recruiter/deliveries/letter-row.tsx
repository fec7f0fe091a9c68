import { View } from '@tarojs/components'
import type { DeadLetter } from '@/contract/calls/delivery'
import { Tappable } from '@/components/tappable'
import { stampWords } from '@/domain/shanghai'
import type { ResendPhase } from './store'
import { channelName, letterName, mayResend, resendWords } from './words'

type Props = { letter: DeadLetter; resending: ResendPhase | undefined; onResend: () => void }

/** What it was, over which channel, why it did not arrive, and its second try. */
export function LetterRow({ letter, resending, onResend }: Props) {
  const { channel, words, attempts, at } = letter
  const name = letterName(letter)
  const stamp = stampWords(new Date(at))
  const outcome = resendWords(resending)
  return (
    <View className='deliveries__row' role='listitem'>
      <View className='deliveries__name'>{name}</View>
      <View className='deliveries__facts'>
        <View>{stamp}</View>
        <View>{channelName(channel)}</View>
        <View>试了 {attempts} 次</View>
      </View>
      <View className='deliveries__why'>
        <View>{words}</View>
        <View className='deliveries__outcome' role='status'>
          {outcome}
        </View>
      </View>
      <View className='deliveries__deed'>
        {mayResend(letter, resending) && (
          <Tappable className='deliveries__resend' label={`重发：${name}，${stamp}`} onTap={onResend}>
            重发
          </Tappable>
        )}
      </View>
    </View>
  )
}
