import { Text, View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Stack } from '@/components/stack'
import { spaceReferralCode } from '@/domain/referral-code'
import { clipboard } from '@/services/clipboard'
import { dialog } from '@/services/dialog'
import { countLine } from '../share-words'
import { codeOf, type ListedShare, type SharesStore } from './store'

type MyCodeProps = { store: StoreApi<SharesStore>; shares: readonly ListedShare[] }

const confirmRenewal = (spaced: string) =>
  dialog.confirm({
    title: '换一个内推码？',
    body: `${spaced} 马上停用，之后输入它的人不再记在你名下。已经来过的人不受影响。`,
    yes: '换一个',
    no: '先不换',
    danger: true,
  })

/** The code to be spoken or typed: large, and easy to read out. */
export function MyCode({ store, shares }: MyCodeProps) {
  const { doing, problem, makeCode, renewCode } = useStore(store)
  const mine = codeOf(shares)
  const spaced = mine?.code ? spaceReferralCode(mine.code) : null

  const copy = async (text: string) => {
    const copied = await clipboard.copy(text)
    dialog.toast(copied ? '内推码已复制' : '没有复制成功，请长按内推码复制')
  }
  const renew = async (old: string) => {
    if (!(await confirmRenewal(old))) return
    if (await renewCode()) dialog.toast('新的内推码已生效，旧的已停用')
  }

  return (
    <Card>
      <View className='shares-code__title' role='heading'>
        我的内推码
      </View>
      {spaced && mine ? (
        <>
          <Text className='shares-code__code' userSelect data-testid='my-code'>
            {spaced}
          </Text>
          <View className='shares-code__note'>
            <View>报给 TA 听就行，在「有内推码？」里输入。</View>
            <View>{countLine(mine.counts)}</View>
          </View>
          <Stack row even gap='s'>
            <Button kind='ghost' onTap={() => void copy(spaced)} testId='copy-code'>
              复制
            </Button>
            <Button
              kind='plain'
              loading={doing?.what === 'renew'}
              disabled={doing !== null}
              onTap={() => void renew(spaced)}
              testId='renew-code'
            >
              换一个
            </Button>
          </Stack>
        </>
      ) : (
        <View className='shares-code__making'>
          {doing?.what === 'code' ? (
            <View className='shares-code__note' role='status'>
              {doing.away ? '等待网络，连上就生成' : '正在生成…'}
            </View>
          ) : (
            <Button kind='ghost' onTap={() => void makeCode()}>
              生成我的内推码
            </Button>
          )}
        </View>
      )}
      {problem && problem.what !== 'end' && (
        <View className='shares-problem' role='alert'>
          {problem.words}
        </View>
      )}
    </Card>
  )
}
