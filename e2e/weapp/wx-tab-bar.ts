import type { PageStack } from './page-stack'
import { wxApi } from './wx-api'

/** The numbers on the tabs, by the words of the tab. As WeChat, it refuses while a page that is no tab is in front. */
export function tabBar(stack: PageStack, badges: Map<string, string>): Record<string, unknown> {
  function tabAt(api: string, index: number): string {
    const inFront = stack.top()?.route
    if (!stack.tabs.some(({ pagePath }) => pagePath === inFront))
      throw new Error(`${api}:fail not TabBar page`)
    const tab = stack.tabs[index]
    if (!tab) throw new Error(`${api}:fail tabbar item not found`)
    return tab.text
  }
  return {
    setTabBarBadge: wxApi(
      'setTabBarBadge',
      ({ index, text }: { index: number; text: string }) =>
        void badges.set(tabAt('setTabBarBadge', index), text),
    ),
    removeTabBarBadge: wxApi(
      'removeTabBarBadge',
      ({ index }: { index: number }) => void badges.delete(tabAt('removeTabBarBadge', index)),
    ),
  }
}
