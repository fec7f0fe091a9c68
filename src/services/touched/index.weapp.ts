import { hooks } from '@tarojs/runtime'
import type { Touched } from './face'

/** Images tell when they are there, too: that is nobody's finger. */
const SIGNS = new Set(['tap', 'longpress', 'touchstart', 'input', 'focus', 'confirm', 'change', 'scroll'])

let listening = false
const watchers = new Set<() => void>()

/**
 * WeChat tells a page of touches only where something waits for them; Taro passes each of those through this hook. To
 * wait for every touch on the page would wake the page's code at every step of a scroll.
 */
function listen(): void {
  if (listening) return
  listening = true
  hooks.tap('modifyMpEvent', (event: { type?: string }) => {
    if (event.type !== undefined && SIGNS.has(event.type)) watchers.forEach((tell) => tell())
  })
}

export const touched = {
  watch: (tell) => {
    listen()
    watchers.add(tell)
    return () => void watchers.delete(tell)
  },
} satisfies Touched
