import { View } from '@tarojs/components'
import type { StoreApi } from 'zustand'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { SectionTitle } from '@/components/section-title'
import { Tag } from '@/components/tag'
import { Tappable } from '@/components/tappable'
import { CHANNEL_NAMES } from '@/domain/share'
import { countLine, jobWords, nameOf } from '../share-words'
import { ShareSheet } from './share-sheet'
import type { ListedShare, SharesStore } from './store'

type SharesProps = {
  store: StoreApi<SharesStore>
  shares: readonly ListedShare[]
  shown: string | null
  onShow: (id: string | null) => void
}

/** What hangs and travels under my name, each with what it brought. */
export function Shares({ store, shares, shown, onShow }: SharesProps) {
  const listed = shares.filter(({ channel }) => channel !== 'code')
  const open = listed.find(({ id }) => id === shown)
  return (
    <>
      <SectionTitle title='正在用的' />
      {listed.length === 0 ? (
        <Card>
          <Empty title='还没有海报、链接或卡片' hint='新建一个，带来了多少人会出现在这里' />
        </Card>
      ) : (
        <Card flush>
          {listed.map((share) => (
            <Row key={share.id} share={share} onTap={() => onShow(share.id)} />
          ))}
        </Card>
      )}
      {open && <ShareSheet store={store} share={open} onClose={() => onShow(null)} />}
    </>
  )
}

function Row({ share, onTap }: { share: ListedShare; onTap: () => void }) {
  return (
    <Tappable className='shares-row' onTap={onTap} testId='share'>
      <View className='shares-row__head'>
        <View className='shares-row__name'>{nameOf(share)}</View>
        {share.name && <Tag>{CHANNEL_NAMES[share.channel]}</Tag>}
      </View>
      <View className='shares-row__small'>{jobWords(share)}</View>
      <View className='shares-row__small'>{countLine(share.counts)}</View>
    </Tappable>
  )
}
