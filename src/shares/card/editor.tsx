import { useEffect } from 'react'
import { Text, View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import type { OwnShare } from '@/contract/calls/share'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Picture } from '@/components/picture'
import { TextArea } from '@/components/text-area'
import { SHARE_TITLE_LIMIT } from '@/domain/own-share'
import { generalPicture } from '@/services/invitation-card'
import { cardTitle } from '@/services/own-card'
import { useSession } from '@/services/session'
import { ForwardButton } from './forward-button'
import { jobWords } from '../share-words'
import type { CardStore } from './store'

/** Long enough not to save in the middle of a word. */
const PAUSE_MS = 600

/** The card as its reader will see it, with a title that can be written anew. */
export function Editor({ store, share }: { store: StoreApi<CardStore>; share: OwnShare }) {
  const { title, unsaved, problem, picture, type, keepTitle } = useStore(store)
  const me = useSession((state) => state.me)
  const usual = cardTitle(share.job, me)
  const shown = title.trim() || usual

  useEffect(() => {
    if (!unsaved) return
    const timer = setTimeout(() => void keepTitle(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [title, unsaved, keepTitle])

  return (
    <View className='share-card'>
      <View className='share-card__about'>{jobWords(share)}，来源记在你名下</View>
      <View className='share-card__face'>
        <View className='share-card__title'>{shown}</View>
        <Picture
          className='share-card__picture'
          src={picture ?? generalPicture}
          label={`卡片图：${jobWords(share)}`}
          testId='card-picture'
        />
      </View>
      <Card>
        <TextArea
          label='标题'
          value={title}
          placeholder={usual}
          maxLength={SHARE_TITLE_LIMIT}
          error={problem}
          testId='card-title'
          onInput={type}
        />
        {problem ? (
          <Button kind='plain' onTap={() => void keepTitle()}>
            再保存一次
          </Button>
        ) : (
          <View className='share-card__note'>一句自己的话，比群发更有人看。不写就用上面这句。</View>
        )}
      </Card>
      <ForwardButton title={shown} url={share.link} disabled={unsaved} />
      <Text className='share-card__link' userSelect>
        {share.link}
      </Text>
    </View>
  )
}
