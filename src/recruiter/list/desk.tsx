import { useCallback, useEffect } from 'react'
import { goTo, useParams } from '@/services/navigate'
import { BesideDesk } from '../beside'
import { useBeside } from '../beside/use-beside'
import { useClaims } from '../claims/store'
import { QUEUE_FILTERS } from '../queue/fetch-queue'
import { QueueList } from '../queue/queue-list'
import { useQueue } from '../queue/store'
import { useRowKeys } from '../row-keys'

const NOBODY: readonly string[] = []

/** The list; in a wide window with the chosen application beside it. */
export function Desk() {
  const { filter } = useParams('recruiterList')
  const phase = useQueue((state) => state.phase)
  const { load: loadRows, choose: chooseFilter } = useQueue.getState()
  const load = useCallback(async () => {
    await Promise.all([loadRows(), useClaims.getState().load()])
  }, [loadRows])

  useEffect(() => {
    const asked = QUEUE_FILTERS.find((name) => name === filter)
    if (asked) chooseFilter(asked)
  }, [filter, chooseFilter])
  const ids = phase.name === 'ready' ? phase.pages.flat().map(({ id }) => id) : NOBODY
  const beside = useBeside({ load, first: ids[0] ?? null })
  const { wide, chosen, choose } = beside
  useRowKeys({ ids, current: chosen, onMove: choose })

  const open = (id: string) => {
    choose(id)
    if (!wide) void goTo('recruiterDetail', { id })
  }
  return (
    <BesideDesk beside={beside}>
      <QueueList selected={wide ? chosen : null} onOpen={open} />
    </BesideDesk>
  )
}
