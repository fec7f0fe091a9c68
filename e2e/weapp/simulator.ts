import path from 'node:path'
import { openBuiltFiles } from './built-files'
import { asComponent, loadPage, simulated } from './native'
import { openPageStack, splitPath, type PageStack } from './page-stack'
import type { Query } from './page-view'
import { personAt } from './person'
import { wxApi } from './wx-api'
import { openDevice, type Device } from './wx-device'
import { tabBar } from './wx-tab-bar'

type Application = {
  onLaunch?: (options: object) => void
  onShow?: (options: object) => void
  onHide?: () => void
  onPageNotFound?: (request: object) => void
}

/** How WeChat says by which door somebody came. */
type Start = { path: string; query: Query; scene: number; referrerInfo: object }

type Options = {
  /** The built mini-program. */
  root: string
  /** The functions of `wx` that lead to the cloud. */
  road: (device: Device) => Record<string, unknown>
  /** What the phone remembers from the time before. */
  storage?: Map<string, unknown>
}

/** What a page is handed at once crosses a bridge: more than this is felt on an old phone. */
const SET_DATA_LIMIT = 64 * 1024

export type MiniProgram = ReturnType<typeof startMiniProgram>

/**
 * A built mini-program on the phone of one person. It follows every navigation by itself, so that a test reads like the
 * person's way through it. Phones share nothing: several may be in use at a time.
 *
 *     const phone = startMiniProgram({ root: rootOf('weapp-http'), road: overHttp(server.url) })
 *     phone.open('/pages/home/index')
 *     await phone.tap('验证手机号')
 *     await phone.see('手机号')
 *     phone.quit()
 */
export function startMiniProgram({ root, road, storage }: Options) {
  const { device, wx, setOnline } = openDevice(storage)
  const largest = { route: '', bytes: 0 }
  const badges = new Map<string, string>()
  /** What opened the mini-program first, and last. */
  const starts: { first?: Start; last?: Start } = {}
  const components = new Map<string, string>()
  const running: { app?: Application } = {}

  const stack = openPageStack({
    root,
    componentOf,
    onNotFound: (route, query) => running.app?.onPageNotFound?.({ path: route, query, isEntryPage: true }),
    measure: (route, bytes) => bytes > largest.bytes && Object.assign(largest, { route, bytes }),
  })
  const { Component } = simulated
  const files = openBuiltFiles({
    wx: {
      ...{ ...simulated.wx, ...wx, ...navigation(stack), ...tabBar(stack, badges), ...road(device) },
      getLaunchOptionsSync: () => starts.first,
      getEnterOptionsSync: () => starts.last,
    },
    Component,
    App: (options: Application) => {
      running.app = options
    },
    Page: (options: Record<string, unknown>) => Component(asComponent(options)),
    getApp: () => running.app,
    getCurrentPages: () => stack.pages().map(({ instance }) => instance),
  })

  /** A page's files run once, however often it is opened. */
  function componentOf(route: string): string {
    const known = components.get(route)
    if (known) return known
    const id = loadPage(root, path.join(root, route), (file) => void files.run(file))
    components.set(route, id)
    return id
  }

  return {
    ...personAt(stack, device),
    device,
    setOnline,
    /** The largest amount of data that a page was handed at once. */
    largest,
    /** The numbers on the tabs, by the words of the tab. */
    badges,

    /**
     * Opens the mini-program, or comes back to it, by a path: from the list of mini-programs (scene value 1001), a card,
     * a code.
     */
    open: (url: string, scene = 1001): void => {
      const { route, query } = splitPath(url)
      const options: Start = { path: route, query, scene, referrerInfo: {} }
      const cold = !running.app
      starts.first ??= options
      starts.last = options
      if (cold) files.run(path.join(root, 'app'))
      if (cold) running.app?.onLaunch?.(options)
      running.app?.onShow?.(options)
      stack.reLaunch(url)
    },

    /** Away from the mini-program for good: WeChat frees its memory, not its storage. */
    quit: (): void => {
      stack.top()?.hide()
      running.app?.onHide?.()
      stack.closeAll()
    },
  }
}

function navigation(stack: PageStack): Record<string, unknown> {
  const to = (name: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch') =>
    wxApi(name, ({ url }: { url: string }) => stack[name](url))
  return {
    navigateTo: to('navigateTo'),
    redirectTo: to('redirectTo'),
    switchTab: to('switchTab'),
    reLaunch: to('reLaunch'),
    navigateBack: wxApi('navigateBack', ({ delta = 1 }: { delta?: number }) => stack.navigateBack(delta)),
  }
}

/** The pages that were handed more at once than they should be: none, it is hoped. */
export function overloaded(phones: readonly MiniProgram[]): { route: string; bytes: number }[] {
  return phones.map(({ largest }) => largest).filter(({ bytes }) => bytes > SET_DATA_LIMIT)
}
