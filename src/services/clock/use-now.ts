import { useEffect, useState } from 'react'
import { visibility } from '../visibility'
import { useAheadMs } from './cloud-time'

/** More than a timer is ever late on a screen that is seen. */
const LATE_MS = 5_000

/**
 * The device's time, told again so often: words like 「2 分钟前」 age while somebody looks at them. For what this device
 * noted itself; what the cloud wrote down is counted from `useCloudNow`.
 */
export function useNow(everyMs = 10_000): Date {
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
  // The device's clock was set meanwhile: what is counted from it now must not be compared with the old one.
  const fresh = new Date()
  return Math.abs(fresh.getTime() - now.getTime()) > everyMs + LATE_MS ? fresh : now
}

/** The cloud's time, told again every ten seconds: 「还剩 5 小时」 is right also where the device's clock is not. */
export function useCloudNow(): Date {
  const now = useNow()
  return new Date(now.getTime() + useAheadMs())
}
