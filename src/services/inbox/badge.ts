import Taro from '@tarojs/taro'
import { isOnTab, TABS } from '../navigate'

/** 我的: the inbox is reached from there. */
const INDEX = TABS.indexOf('me')

/** What the tab bar shows, as far as it has confirmed it. */
let shown: string | null = null
let wanted: string | null = null

/**
 * Shows words on the 我的 tab, or (null) takes them away. WeChat refuses while another page is in front, and on the web
 * the bar is not there yet at the very start: called with each answer of the cloud, the next one makes it good.
 */
export function showBadge(text: string | null): void {
  wanted = text
  if (text === shown || !isOnTab()) return
  const showing =
    text === null ? Taro.removeTabBarBadge({ index: INDEX }) : Taro.setTabBarBadge({ index: INDEX, text })
  void showing.then(
    () => {
      shown = text
      if (wanted !== text) showBadge(wanted)
    },
    () => undefined,
  )
}
