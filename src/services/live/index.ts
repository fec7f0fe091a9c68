import { useEffect, useRef, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { call } from '../cloud'
import { useSession } from '../session'
import { visibility } from '../visibility'
import { poll, type LiveChange } from './poll'

export type { Changed, LiveChange } from './poll'

/** Where the last page stopped: a page opened later watches from there, without a gap and without a first question. */
let lastCursor: string | null = null

/**
 * Calls `onChange` within 3 s of a change that concerns me, while this page is in front and somebody can see it, and on
 * every return to it. `offlineSince` tells since when the cloud does not answer; asking goes on.
 *
 *     const { offlineSince } = useLive((change) => void (touches(change, id) && reload()))
 */
export function useLive(onChange: (change: LiveChange) => void): { offlineSince: Date | null } {
  const [offlineSince, setOfflineSince] = useState<Date | null>(null)
  const [shown, setShown] = useState(true)
  const person = useSession((state) => state.me?.id ?? null)
  const latest = useRef(onChange)
  latest.current = onChange
  const live = useRef<ReturnType<typeof poll>>()

  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))

  useEffect(() => {
    live.current = poll({
      sync: (cursor) => call('progress.sync', { cursor }),
      onChange: (change) => latest.current(change),
      onOffline: setOfflineSince,
      onCursor: (cursor) => (lastCursor = cursor),
      from: lastCursor,
    })
  }, [person])

  useEffect(() => {
    const running = live.current
    if (!person || !shown || !running) return
    if (visibility.now().visible) running.resume()
    const unwatch = visibility.watch(({ visible }) => (visible ? running.resume() : running.pause()))
    return () => {
      unwatch()
      running.pause()
    }
  }, [person, shown])

  return { offlineSince }
}

/** Whether a change is about this record. */
export function touches(change: LiveChange, id: string): boolean {
  return change === 'everything' || change.some((changed) => changed.id === id)
}
