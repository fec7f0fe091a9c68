import { useEffect, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { touches, useLive } from '@/services/live'
import { useCase } from '../case/use-case'
import { useDeskWidth } from '../desk-width'

export type Beside = ReturnType<typeof useBeside>

/**
 * A list and, in a wide window, the chosen application beside it. `load` loads the list: when it is seen, when something
 * changed, when the network is back, when it is pulled down. `first` is the application that is chosen for somebody who has chosen none.
 */
export function useBeside({ load, first }: { load: () => Promise<void>; first: string | null }) {
  const wide = useDeskWidth()
  const [chosen, choose] = useState<string | null>(null)
  const file = useCase(wide ? chosen : null)

  const refresh = () => {
    void load()
    void file?.load()
  }
  const { offlineSince } = useLive((change) => {
    void load()
    if (chosen && touches(change, chosen)) void file?.load()
  })
  useEffect(() => void load(), [load])
  useDidShow(() => void load())
  // Chosen once, so that the desk does not change under the hands when the order does.
  useEffect(() => {
    if (wide && first) choose((now) => now ?? first)
  }, [wide, first])

  return { wide, chosen, choose, file, offlineSince, refresh }
}
