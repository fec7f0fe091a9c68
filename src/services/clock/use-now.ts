import { useEffect, useState } from 'react'
import { visibility } from '../visibility'

/** The time, told again so often: words like 「还剩 5 小时」 age while somebody looks at them. */
export function useNow(everyMs = 30_000): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const tell = () => setNow(new Date())
    const timer = setInterval(tell, everyMs)
    const unwatch = visibility.watch(({ visible }) => visible && tell())
    return () => {
      clearInterval(timer)
      unwatch()
    }
  }, [everyMs])
  return now
}
