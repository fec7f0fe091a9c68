import { useEffect, useRef, useState } from 'react'
import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { call, timesAway } from '../cloud'
import { noteUnread } from '../inbox/unread'
import { useSession } from '../session'
import { touched } from '../touched'
import { visibility } from '../visibility'
import { poll, type LiveChange } from './poll'

export type { Changed, LiveChange } from './poll'

/** Where the last page stopped: a page opened later watches from there, without a gap and without a first question. */
let lastCursor: string | null = null

/**
 * Calls `onChange` within 3 s of a change that concerns me, while this page is in front and somebody can see it, on
 * every return to it, and when the page is pulled down. `offlineSince` tells from when on what is shown may be old,
 * because the cloud does not answer (an invalid date when nobody can tell); asking goes on.
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
  usePullDownRefresh(() => {
    latest.current('everything')
    void Promise.resolve(live.current?.resume()).finally(() => void Taro.stopPullDownRefresh())
  })

  useEffect(() => {
    live.current = poll({
      sync: (cursor) => call('progress.sync', { cursor }),
      onChange: (change) => latest.current(change),
      onOffline: setOfflineSince,
      onUnread: noteUnread,
      onCursor: (cursor) => (lastCursor = cursor),
      from: lastCursor,
      timesAway,
    })
  }, [person])

  useEffect(() => {
    const running = live.current
    if (!person || !shown || !running) return
    const follow = ({ visible }: { visible: boolean }) => (visible ? void running.resume() : running.pause())
    if (visibility.now().visible) void running.resume()
    const unwatch = [visibility.watch(follow), touched.watch(running.touched)]
    return () => {
      unwatch.forEach((end) => end())
      running.pause()
    }
  }, [person, shown])

  return { offlineSince }
}

/** Whether a change is about this record. */
export function touches(change: LiveChange, id: string): boolean {
  return change === 'everything' || change.some((changed) => changed.id === id)
}
