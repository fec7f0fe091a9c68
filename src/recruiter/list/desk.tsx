import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { Empty } from '@/components/empty'
import { useLive } from '@/services/live'
import { goTo, useParams } from '@/services/navigate'
import { Case } from '../case/case'
import { useDeskWidth } from '../desk-width'
import { QUEUE_FILTERS } from '../queue/fetch-queue'
import { QueueList } from '../queue/queue-list'
import { useQueue } from '../queue/store'
import { useRowKeys } from '../row-keys'

const NOBODY: readonly string[] = []

/** The list; in a wide window with the chosen application beside it. */
export function Desk() {
  const { filter } = useParams('recruiterList')
  const wide = useDeskWidth()
  const [chosen, setChosen] = useState<string | null>(null)
  const phase = useQueue((state) => state.phase)
  const { load, choose } = useQueue.getState()
  const { offlineSince } = useLive(() => void load())

  const ids = phase.name === 'ready' ? phase.queue.items.map(({ id }) => id) : NOBODY
  const selected = chosen ?? (wide ? (ids[0] ?? null) : null)

  useEffect(() => {
    const asked = QUEUE_FILTERS.find((name) => name === filter)
    if (asked) choose(asked)
  }, [filter, choose])
  useEffect(() => {
    if (offlineSince === null) void load()
  }, [load, offlineSince])
  useDidShow(() => void load())
  useRowKeys({ ids, current: selected, onMove: setChosen })

  const open = (id: string) => {
    setChosen(id)
    if (!wide) void goTo('recruiterDetail', { id })
  }
  return (
    <View className='desk'>
      <View className='desk__list'>
        <QueueList selected={selected} onOpen={open} />
      </View>
      {wide && (
        <View className='desk__case'>
          {selected ? <Case key={selected} id={selected} /> : <Empty title='从左边选一位候选人' />}
        </View>
      )}
    </View>
  )
}
