import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Segments } from '@/components/segments'
import { Skeleton } from '@/components/skeleton'
import type { Template } from '@/domain/notices/event'
import { useCloudNow } from '@/services/clock'
import { loadWords, useReload } from '@/services/reload'
import { NewsButton } from '@/services/subscribe/news-button'
import { QUEUE_FILTERS, type QueueFilter } from './fetch-queue'
import { QueueRow } from './queue-row'
import { useQueue } from './store'
import { Ways } from './ways'
import './index.scss'

const NAMES: Record<QueueFilter, string> = { active: '进行中', late: '已超时', ended: '已结束', all: '全部' }

const NOTHING: Record<QueueFilter, string> = {
  active: '没有在处理的推荐',
  late: '没有超时的，都按时回复了',
  ended: '还没有结束的推荐',
  all: '还没有人投递',
}

const TASKS: readonly Template[] = ['task']

type Props = { selected: string | null; onOpen: (id: string) => void }

export function QueueList(props: Props) {
  const filter = useQueue((state) => state.filter)
  const counts = useQueue((state) => state.counts)
  return (
    <View className='queue'>
      <Ways />
      <NewsButton templates={TASKS} label='有要处理的告诉我' />
      <Segments
        label='筛选'
        options={QUEUE_FILTERS.map((value) => ({ value, label: NAMES[value], count: counts?.[value] }))}
        value={filter}
        onChange={useQueue.getState().choose}
      />
      <Rows {...props} />
      <View className='queue__keys'>J / K 或 ↑ ↓ 换人，Enter 打开</View>
    </View>
  )
}

function Rows({ selected, onOpen }: Props) {
  const filter = useQueue((state) => state.filter)
  const phase = useQueue((state) => state.phase)
  const { load, more } = useQueue.getState()
  const now = useCloudNow()
  useReload(phase.name === 'failed' ? phase.failure : null, () => void load())
  if (phase.name === 'loading') return <Skeleton shape='list' />
  if (phase.name === 'failed') {
    return <ErrorState title='列表没有加载出来' hint={loadWords(phase.failure)} onRetry={() => void load()} />
  }
  const { pages, next, loadingMore } = phase
  const { calendar } = phase.head
  return (
    <>
      {pages.flat().length === 0 ? (
        <Empty title={NOTHING[filter]} />
      ) : (
        <Card className='queue__rows'>
          {pages.map((items, page) => (
            <View key={page} className='queue__page'>
              {items.map((item) => (
                <QueueRow
                  key={item.id}
                  item={item}
                  now={now}
                  calendar={calendar}
                  selected={item.id === selected}
                  onOpen={() => onOpen(item.id)}
                />
              ))}
            </View>
          ))}
        </Card>
      )}
      {next !== null && (
        <Button kind='plain' loading={loadingMore} onTap={() => void more()}>
          再看更早的
        </Button>
      )}
    </>
  )
}
