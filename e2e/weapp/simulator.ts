import path from 'node:path'
import { openBuiltFiles } from './built-files'
import { attributeOf, fire, loadPage, type WxNode } from './native'
import { openPageStack, splitPath } from './page-stack'
import { enter, isOff } from './page-view'
import { shared, type Card } from './share-card'
import { until } from './until'
import { wxApi } from './wx-api'
import { openDevice, type Device, type Modal } from './wx-device'

type Application = {
  onLaunch?: (options: object) => void
  onShow?: (options: object) => void
  onHide?: () => void
  onPageNotFound?: (request: object) => void
}

type Options = {
  /** The built mini-program. */
  root: string
  /** The functions of `wx` that lead to the cloud. */
  road: (device: Device) => Record<string, unknown>
  /** What the phone remembers from the time before. */
  storage?: Map<string, unknown>
}

/** What a page is handed at once has to cross a bridge: more than this is felt on an old phone. */
export const SET_DATA_LIMIT = 64 * 1024

export type MiniProgram = ReturnType<typeof startMiniProgram>

/**
 * A built mini-program in the hand of one person. It follows every navigation by itself, so that a test reads like the
 * person's way through it: see, tap, type.
 */
export function startMiniProgram({ root, road, storage }: Options) {
  const { device, wx: own, setOnline } = openDevice(storage)
  const cards: Card[] = []
  const largest = { route: '', bytes: 0 }
  const components = new Map<string, string>()
  const started: Application[] = []
  const application = (): Application => started[0] ?? {}

  const stack = openPageStack({
    root,
    componentOf,
    onNotFound: (route, query) => application().onPageNotFound?.({ path: route, query, isEntryPage: true }),
    measure: (route, bytes) => bytes > largest.bytes && Object.assign(largest, { route, bytes }),
  })

  const move = (name: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch') => ({
    [name]: wxApi(name, ({ url }: { url: string }) => stack[name](url)),
  })
  const { Component, wx: simulated } = globalThis as unknown as {
    Component: (options: object) => void
    wx: object
  }
  const wx = {
    ...simulated,
    ...own,
    ...move('navigateTo'),
    ...move('redirectTo'),
    ...move('switchTab'),
    ...move('reLaunch'),
    navigateBack: wxApi('navigateBack', ({ delta = 1 }: { delta?: number }) => stack.navigateBack(delta)),
    ...road(device),
  }
  const files = openBuiltFiles({
    wx,
    Component,
    App: (options: Application) => void started.push(options),
    Page: (options: Record<string, unknown>) => Component(asComponent(options)),
    getApp: application,
    getCurrentPages: () => stack.pages().map(({ instance }) => instance),
  })

  function componentOf(route: string): string {
    const known = components.get(route)
    if (known) return known
    const id = loadPage(root, path.join(root, route), (file) => void files.run(file))
    components.set(route, id)
    return id
  }

  const page = () => {
    const top = stack.top()
    if (!top) throw new Error('The mini-program is not open')
    return top
  }
  const modalText = () => (device.modal ? `${device.modal.title} ${device.modal.content}` : '')
  const text = () => `${stack.top()?.text() ?? ''} ${modalText()}`.trim()
  const instead = () => `${stack.top()?.route ?? 'no page'}: ${text()}`
  const has = (words: string | RegExp) =>
    typeof words === 'string' ? text().includes(words) : words.test(text())

  function tapOn(node: WxNode): void {
    fire(node, 'tap', { x: 0, y: 0 })
    const openType = attributeOf(node, 'openType')
    if (openType === 'share') cards.push(shared(page(), node))
    if (openType === 'getPhoneNumber') {
      const { phoneCode } = device
      const outcome = phoneCode === null ? 'fail user deny' : 'ok'
      fire(node, 'getphonenumber', {
        errMsg: `getPhoneNumber:${outcome}`,
        ...(phoneCode && { code: phoneCode }),
      })
    }
  }

  return {
    device,
    /** What was forwarded last. */
    lastCard: (): Card => {
      const card = cards[cards.length - 1]
      if (!card) throw new Error('Nothing was forwarded')
      return card
    },
    /** The largest amount of data that was handed to a page at once. */
    largest,
    setOnline,
    text,
    /** Where the person is: the path of the page on top. */
    route: () => page().route,
    query: () => page().query,

    /** Opens the mini-program, or comes back to it, by a path: from the list of mini-programs, a card, a code. */
    open: (url: string): void => {
      const options = {
        path: splitPath(url).route,
        query: splitPath(url).query,
        scene: 1001,
        referrerInfo: {},
      }
      if (started.length === 0) {
        files.run(path.join(root, 'app'))
        application().onLaunch?.(options)
      }
      application().onShow?.(options)
      stack.reLaunch(url)
    },

    /** Away from the mini-program for good: WeChat frees its memory, not its storage. */
    quit: (): void => {
      stack.top()?.hide()
      application().onHide?.()
      stack.closeAll()
    },

    see: async (...words: (string | RegExp)[]): Promise<void> => {
      for (const one of words) await until(`「${String(one)}」 did not appear`, () => has(one), instead)
    },
    gone: async (words: string | RegExp): Promise<void> =>
      void (await until(`「${String(words)}」 stayed`, () => !has(words), instead)),

    /** Waits for words that come up and go away by themselves. */
    told: async (words: string): Promise<void> =>
      void (await until(
        `「${words}」 was not said`,
        () => device.toasts.includes(words),
        () => device.toasts.join(),
      )),

    /** Taps what is called so: on the question that is asked, else on the page. Waits until it can be tapped. */
    tap: async (name: string): Promise<void> => {
      const found = () => {
        if (device.modal) return answerOf(device.modal, name)
        const node = stack.top()?.button(name)
        return node && !isOff(node) ? () => tapOn(node) : null
      }
      const act = await until(`「${name}」 could not be tapped`, found, instead)
      act()
    },

    /** Puts a text into a field at once. */
    fill: async (label: string, value: string): Promise<void> =>
      enter(await until(`There was no field 「${label}」`, () => page().field(label), instead), value),

    /** Types into a field key by key, each after what the last one left there. */
    type: async (label: string, value: string): Promise<void> => {
      const bare = (shown: unknown) => String(shown ?? '').replace(/[\s-]/g, '')
      for (let length = 1; length <= value.length; length++) {
        const node = await until(`There was no field 「${label}」`, () => page().field(label), instead)
        enter(node, String(attributeOf(node, 'value') ?? '') + value.charAt(length - 1))
        const typed = bare(value.slice(0, length))
        await until(
          `「${label}」 did not take ${typed}`,
          () => bare(attributeOf(page().field(label) ?? node, 'value')) === typed,
          instead,
        )
      }
    },
    /** Waits until a field holds just this. */
    shows: async (label: string, value: string): Promise<void> => {
      const shown = () => attributeOf(page().field(label) ?? document.body, 'value')
      await until(
        `「${label}」 did not show ${value}`,
        () => shown() === value,
        () => String(shown()),
      )
    },

    /** Taps a tab of the bar below. */
    tab: (words: string): void => {
      const tab = stack.tabs.find((one) => one.text === words)
      if (!tab) throw new Error(`There is no tab 「${words}」`)
      stack.switchTab(`/${tab.pagePath}`)
    },
    /** WeChat's own arrow in the bar above. */
    back: (): void => stack.navigateBack(1),
  }
}

function answerOf({ yes, no, close }: Modal, name: string): (() => void) | null {
  return name === yes || name === no ? () => close(name === yes) : null
}

/** A page is registered as a component: the simulator knows no other kind. */
function asComponent(page: Record<string, unknown>): object {
  const entries = Object.entries(page).filter(([name]) => name !== 'data')
  const methods = entries.filter(([, value]) => typeof value === 'function')
  const others = Object.fromEntries(entries.filter(([, value]) => typeof value !== 'function'))
  return {
    options: { addGlobalClass: true },
    data: JSON.parse(JSON.stringify(page.data ?? {})) as object,
    methods: Object.fromEntries(methods),
    lifetimes: {
      created(this: object) {
        Object.assign(this, others)
      },
    },
  }
}
