import { useEffect, useRef } from 'react'
import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
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

/** A return is told twice in WeChat: of the app and of the page. */
const ONE_RETURN_MS = 1_000

/**
 * Loads a page that is not live (`services/live`) each time the person comes back to it, to the app or to the network,
 * and when it is pulled down. `load` keeps what is shown until there is something newer. A part of a page that comes
 * after its page was shown has to load the first time by itself.
 */
export function useOnReturn(load: () => Promise<unknown>): void {
  const latest = useRef(load)
  useEffect(() => {
    latest.current = load
  })
  const inFront = useRef(true)
  const justLoaded = useRef<ReturnType<typeof setTimeout>>()

  const comeBack = useRef(() => {
    if (justLoaded.current) return
    justLoaded.current = setTimeout(() => (justLoaded.current = undefined), ONE_RETURN_MS)
    void latest.current()
  }).current

  useDidShow(() => {
    inFront.current = true
    comeBack()
  })
  useDidHide(() => {
    inFront.current = false
  })
  usePullDownRefresh(() => void latest.current().finally(() => void Taro.stopPullDownRefresh()))
  useEffect(() => {
    let before = visibility.now()
    const unwatch = visibility.watch((now) => {
      const back = { toApp: now.visible && !before.visible, toNetwork: now.online && !before.online }
      before = now
      if (!inFront.current || !now.visible || !now.online) return
      if (back.toNetwork) void latest.current()
      else if (back.toApp) comeBack()
    })
    return () => {
      unwatch()
      clearTimeout(justLoaded.current)
    }
  }, [comeBack])
}

/** Why something did not load. Nothing was typed that could have been kept, so `wordsFor` alone would say too much. */
export function loadWords(failure: Failure): string {
  return failure.code === 'unavailable' ? '暂时连不上，连上后会自动打开' : wordsFor(failure.code, failure)
}
