import { View } from '@tarojs/components'
import { Picture } from '@/components/picture'
import type { Drawing, Phase } from './store'
import { jobWords, nameOf } from '../share-words'

type PreviewProps = Pick<Extract<Phase, { name: 'ready' }>, 'poster' | 'share'> & {
  drawing: Drawing
}

/** The poster as it will be saved; grey in its shape until it is drawn. */
export function Preview({ poster, share, drawing }: PreviewProps) {
  const { job, referrer } = poster
  const about = jobWords({ job })
  return (
    <View className='poster'>
      <View className='poster__about'>
        {[share && nameOf(share), about].filter(Boolean).join(' · ')}，来源记在你名下
      </View>
      <View className='poster__frame'>
        {drawing.name === 'drawn' ? (
          <Picture
            src={drawing.picture.path}
            label={`海报：${referrer.name}推荐${about}，下方是二维码`}
            testId='poster'
          />
        ) : (
          <View className='poster__drawing' role='status' aria-label='正在画海报' />
        )}
      </View>
    </View>
  )
}
