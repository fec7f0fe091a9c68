import { useEffect, useRef } from 'react'
import { wordsFor } from '@/contract/words'
import type { Failure } from '../cloud'
import { visibility } from '../visibility'

const EVERY_MS = 15_000

/**
 * Loads again what could not be loaded because the cloud was away: when the network or the person comes back, and now
 * and then in between. Other failures are answers and stay until somebody taps.
 */
export function useReload(failure: Failure | null | undefined, load: () => void): void {
  const away = failure?.code === 'unavailable'
  const latest = useRef(load)
  useEffect(() => {
    latest.current = load
  })
  useEffect(() => {
    if (!away) return
    const timer = setInterval(() => latest.current(), EVERY_MS)
    const unwatch = visibility.watch(({ visible, online }) => visible && online && latest.current())
    return () => {
      clearInterval(timer)
      unwatch()
    }
  }, [away, failure])
}

/** Why something did not load. Nothing was typed that could have been kept, so `wordsFor` alone would say too much. */
export function loadWords(failure: Failure): string {
  return failure.code === 'unavailable' ? '暂时连不上，连上后会自动打开' : wordsFor(failure.code, failure)
}
