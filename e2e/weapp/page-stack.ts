import { readFileSync } from 'node:fs'
import path from 'node:path'
import { openPage, type Measure, type PageView, type Query } from './page-view'

type AppJson = {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar: { list: { pagePath: string; text: string }[] }
}

type Parts = {
  root: string
  /** The component that a page was registered as. */
  componentOf: (route: string) => string
  onNotFound: (route: string, query: Query) => void
  measure: Measure
}

const DEEPEST = 10

/** A path inside the app, taken apart as WeChat does it: what stands in the query is not decoded. */
export function splitPath(url: string): { route: string; query: Query } {
  const [route = '', search = ''] = url.replace(/^\//, '').split('?')
  const pairs = search.split('&').filter(Boolean)
  return {
    route,
    query: Object.fromEntries(pairs.map((pair) => [pair.split('=', 1)[0], pair.replace(/^[^=]*=?/, '')])),
  }
}

export type PageStack = ReturnType<typeof openPageStack>

/** The pages that are open, the newest on top, moved by `wx.navigateTo` and its kin under WeChat's own rules. */
export function openPageStack({ root, componentOf, onNotFound, measure }: Parts) {
  const app = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8')) as AppJson
  const tabs = app.tabBar.list
  const isTab = (route: string) => tabs.some(({ pagePath }) => pagePath === route)
  const inside = (app.subPackages ?? []).flatMap((part) => part.pages.map((page) => `${part.root}/${page}`))
  const known = new Set([...app.pages, ...inside])
  /** Tabs stay open in the background once they were visited. */
  const openTabs = new Map<string, PageView>()
  let stack: PageView[] = []

  const top = () => stack[stack.length - 1]

  function push(route: string, query: Query): void {
    const page = openPage(componentOf(route), route, query, measure)
    stack.push(page)
    if (isTab(route)) openTabs.set(route, page)
    page.instance.onLoad?.(query)
    page.show()
    page.instance.onReady?.()
  }

  function closeAll(pages: readonly PageView[]): void {
    for (const page of [...pages].reverse()) {
      page.close()
      if (openTabs.get(page.route) === page) openTabs.delete(page.route)
    }
  }

  function allowed(api: string, url: string, tab: boolean) {
    const { route, query } = splitPath(url)
    if (!known.has(route)) throw new Error(`${api}:fail page "${route}" is not found`)
    if (isTab(route) !== tab) throw new Error(`${api}:fail ${tab ? 'not a' : 'can not open a'} tabbar page`)
    return { route, query }
  }

  const stackApi = {
    top,
    pages: () => [...stack],
    tabs,

    navigateTo: (url: string) => {
      const { route, query } = allowed('navigateTo', url, false)
      if (stack.length >= DEEPEST) throw new Error('navigateTo:fail webview count limit exceed')
      top()?.hide()
      push(route, query)
    },

    redirectTo: (url: string) => {
      const { route, query } = allowed('redirectTo', url, false)
      closeAll(stack.splice(-1))
      push(route, query)
    },

    switchTab: (url: string) => {
      const { route } = allowed('switchTab', url, true)
      if (url.includes('?')) throw new Error('switchTab:fail a tab takes no query')
      if (top()?.route === route) return
      if (isTab(top()?.route ?? '')) top()?.hide()
      closeAll(stack.filter((page) => !isTab(page.route)))
      const waiting = openTabs.get(route)
      stack = waiting ? [waiting] : []
      if (waiting) waiting.show()
      else push(route, {})
    },

    navigateBack: (delta: number) => {
      if (stack.length < 2) throw new Error('navigateBack:fail cannot navigate back at first page')
      closeAll(stack.splice(Math.max(1, stack.length - delta)))
      top()?.show()
    },

    /** By a card, a code or a link: whatever was open before is gone. */
    reLaunch: (url: string) => {
      const { route, query } = splitPath(url)
      stackApi.closeAll()
      if (known.has(route)) push(route, query)
      else onNotFound(route, query)
    },

    closeAll: () => {
      closeAll([...new Set([...openTabs.values(), ...stack])])
      stack = []
    },
  }
  return stackApi
}
