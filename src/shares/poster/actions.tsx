import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import { Button } from '@/components/button'
import { Stack } from '@/components/stack'
import { album } from '@/services/album'
import { clipboard } from '@/services/clipboard'
import { dialog } from '@/services/dialog'
import { albumWords } from './album-words'
import type { PosterStore } from './store'

/** The picture cannot be handed on here; its link can, and leads to the same place. */
async function copyInstead(link: string | null): Promise<void> {
  const copied = link !== null && (await clipboard.copy(link))
  dialog.toast(copied ? '这里不能直接发图片，链接已复制，粘贴给朋友也一样' : '这里不能直接发图片，请先保存')
}

export function Actions({ store }: { store: StoreApi<PosterStore> }) {
  const { phase, saving, save, allow } = useStore(store)
  const drawing = phase.name === 'ready' ? phase.drawing : null
  const link = phase.name === 'ready' ? (phase.share?.link ?? null) : null
  const picture = drawing?.name === 'drawn' ? drawing.picture : null

  useEffect(() => {
    if (saving === 'saved') dialog.toast(albumWords.saved)
  }, [saving])

  const send = async () => {
    if (picture && (await album.share(picture)) === 'unavailable') await copyInstead(link)
  }
  return (
    <View className='poster-actions'>
      {saving === 'refused' && (
        <View className='poster-actions__refused' role='alert'>
          <View>{albumWords.refused}</View>
          {albumWords.settings && (
            <Button kind='ghost' fit onTap={() => void allow()} testId='settings'>
              {albumWords.settings}
            </Button>
          )}
        </View>
      )}
      <Stack row even gap='m'>
        <Button kind='ghost' disabled={!picture} onTap={() => void send()} testId='send-poster'>
          发给朋友
        </Button>
        <Button
          loading={saving === 'saving'}
          disabled={!picture}
          onTap={() => void save()}
          testId='save-poster'
        >
          {albumWords.save}
        </Button>
      </Stack>
    </View>
  )
}
