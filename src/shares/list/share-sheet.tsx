import { Text, View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import { Button } from '@/components/button'
import { Cell } from '@/components/cell'
import { Sheet } from '@/components/sheet'
import { Stack } from '@/components/stack'
import { dayWords } from '@/domain/shanghai'
import { clipboard } from '@/services/clipboard'
import { dialog } from '@/services/dialog'
import { goTo } from '@/services/navigate'
import { countRows, jobWords, nameOf, thisOne } from '../share-words'
import type { ListedShare, SharesStore } from './store'

type ShareSheetProps = { store: StoreApi<SharesStore>; share: ListedShare; onClose: () => void }

/** One share: what it brought, how to use it again, and how to end it. */
export function ShareSheet({ store, share, onClose }: ShareSheetProps) {
  const { doing, problem, end } = useStore(store)
  const one = thisOne(share)
  const ask = async () => {
    const body = `之后由${one}来的人不再记在你名下，只会看到在招职位。已经来过的人不受影响。结束后不能恢复。`
    if (!(await dialog.confirm({ title: `结束${one}？`, body, yes: '结束', no: '留着', danger: true })))
      return
    if (!(await end(share.id))) return
    dialog.toast(`${one}已经结束`)
    onClose()
  }
  return (
    <Sheet
      open
      title={nameOf(share)}
      hint={`${jobWords(share)} · ${dayWords(new Date(share.createdAt))}建立`}
      onClose={onClose}
    >
      <View className='shares-sheet'>
        <View>
          {countRows(share.counts).map(({ label, value, few }) => (
            <Cell
              key={label}
              label={label}
              value={<Text className={few ? 'shares-few' : ''}>{value}</Text>}
            />
          ))}
        </View>
        {share.channel === 'link' && (
          <Text className='shares-link' userSelect>
            {share.link}
          </Text>
        )}
        {problem?.what === 'end' && (
          <View className='shares-problem' role='alert'>
            {problem.words}
          </View>
        )}
        <Stack gap='s'>
          <UseAgain share={share} onClose={onClose} />
          <Button
            kind='plain'
            loading={doing?.what === 'end'}
            disabled={doing !== null}
            onTap={() => void ask()}
            testId='end'
          >
            结束{one}
          </Button>
        </Stack>
      </View>
    </Sheet>
  )
}

function UseAgain({ share, onClose }: Pick<ShareSheetProps, 'share' | 'onClose'>) {
  const { channel, id, link, job } = share
  const copy = async () => {
    const copied = await clipboard.copy(link)
    dialog.toast(copied ? '链接已复制' : '没有复制成功，请长按上面的链接复制')
  }
  const leaveFor = (go: () => Promise<void>) => {
    onClose()
    void go()
  }
  if (channel === 'link') {
    return (
      <Button onTap={() => void copy()} testId='copy-link'>
        复制链接
      </Button>
    )
  }
  return channel === 'poster' ? (
    <Button onTap={() => leaveFor(() => goTo('sharesPoster', { id }))}>打开海报</Button>
  ) : (
    <Button onTap={() => leaveFor(() => goTo('sharesCard', { job: job?.id }))}>再转发一次</Button>
  )
}
