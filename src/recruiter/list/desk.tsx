import { useCallback, useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { touches, useLive } from '@/services/live'
import { goTo, useParams } from '@/services/navigate'
import { Case } from '../case/case'
import { useCase } from '../case/use-case'
import { useClaims } from '../claims/store'
import { useDeskWidth } from '../desk-width'
import { LiveBar } from '../live-bar'
import { QUEUE_FILTERS } from '../queue/fetch-queue'
import { QueueList } from '../queue/queue-list'
import { useQueue } from '../queue/store'
import { useRowKeys } from '../row-keys'

const NOBODY: readonly string[] = []

/** The list; in a wide window with the chosen application beside it. */
export function Desk() {
  const { filter } = useParams('recruiterList')
  const wide = useDeskWidth()
  const phase = useQueue((state) => state.phase)
  const { load: loadRows, choose } = useQueue.getState()
  const load = useCallback(async () => {
    await Promise.all([loadRows(), useClaims.getState().load()])
  }, [loadRows])
  const [chosen, setChosen] = useState<string | null>(null)
  const beside = useCase(wide ? chosen : null)

  const ids = phase.name === 'ready' ? phase.queue.pages.flat().map(({ id }) => id) : NOBODY
  const [first] = ids
  const refresh = () => {
    void load()
    void beside?.load()
  }
  const { offlineSince } = useLive((change) => {
    void load()
    if (chosen && touches(change, chosen)) void beside?.load()
  })
  const offline = offlineSince !== null

  useEffect(() => {
    const asked = QUEUE_FILTERS.find((name) => name === filter)
    if (asked) choose(asked)
  }, [filter, choose])
  useEffect(() => {
    if (!offline) void load()
  }, [load, offline])
  useDidShow(() => void load())
  // Chosen once, so that the desk does not change under the hands when the order does.
  useEffect(() => {
    if (wide && first) setChosen((now) => now ?? first)
  }, [wide, first])
  useRowKeys({ ids, current: chosen, onMove: setChosen })

  const open = (id: string) => {
    setChosen(id)
    if (!wide) void goTo('recruiterDetail', { id })
  }
  return (
    <>
      <LiveBar since={offlineSince} onRetry={refresh} />
      <View className='desk'>
        <View className='desk__list'>
          <QueueList selected={wide ? chosen : null} onOpen={open} />
        </View>
        {beside && (
          <View className='desk__case'>
            <Case key={chosen} file={beside} />
          </View>
        )}
      </View>
    </>
  )
}
