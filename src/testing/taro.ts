import { useEffect, useRef } from 'react'

// A light stand-in for @tarojs/taro. What pages use is written out; any other name is an empty jest.fn().

type Answer = Record<string, unknown>
type Params = Record<string, string | undefined>
type Listener = (...args: unknown[]) => void

const router = { params: {} as Params, path: '/pages/test/index' }
const storage = new Map<string, unknown>()
const listeners = new Map<string, Set<Listener>>()
const shown = new Set<() => void>()
const hidden = new Set<() => void>()
const pulled = new Set<() => void>()

/** For tests: the address the page under test was opened with. */
export function openedWith(params: Params, path = '/pages/test/index'): void {
  router.params = params
  router.path = path
}

/** For tests: the page comes back to the front, or leaves it. Wrap in `act`. */
export const pageShows = () => shown.forEach((run) => run())
export const pageHides = () => hidden.forEach((run) => run())
/** For tests: the page is pulled down. Wrap in `act`. */
export const pageIsPulled = () => pulled.forEach((run) => run())

/** For tests: forgets addresses, storage, listeners and recorded calls. */
export function resetTaro(): void {
  openedWith({})
  storage.clear()
  listeners.clear()
  for (const name of Object.keys(face)) {
    const member = face[name]
    if (jest.isMockFunction(member)) member.mockClear()
  }
}

const done = (answer: Answer = {}) =>
  jest.fn((_options?: Answer) => Promise.resolve({ errMsg: 'ok', ...answer }))

function useOnce(run: (params: Params) => void): void {
  useEffect(() => run(router.params), [])
}

function useHooked(hooks: Set<() => void>, run: () => void): void {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    const call = () => latest.current()
    hooks.add(call)
    return () => void hooks.delete(call)
  }, [hooks])
}

function useDidShow(run: () => void): void {
  useHooked(shown, run)
  useEffect(() => run(), [])
}

const known = {
  ENV_TYPE: { WEAPP: 'WEAPP', WEB: 'WEB' },
  getEnv: () => 'WEB',
  useLoad: useOnce,
  useReady: useOnce,
  useDidShow,
  useDidHide: (run: () => void) => useHooked(hidden, run),
  useUnload: (run: () => void) => useEffect(() => run, []),
  useShareAppMessage: jest.fn(),
  useShareTimeline: jest.fn(),
  usePullDownRefresh: (run: () => void) => useHooked(pulled, run),
  useReachBottom: jest.fn(),
  usePageScroll: jest.fn(),
  useLaunch: jest.fn(),
  useRouter: () => router,
  getCurrentInstance: () => ({ router, page: { path: router.path }, app: null }),
  getCurrentPages: () => [{ route: router.path, options: router.params }],
  navigateTo: done(),
  redirectTo: done(),
  switchTab: done(),
  navigateBack: done(),
  reLaunch: done(),
  setNavigationBarTitle: done(),
  setTabBarBadge: done(),
  removeTabBarBadge: done(),
  showToast: done(),
  hideToast: done(),
  showLoading: done(),
  hideLoading: done(),
  showModal: done({ confirm: true, cancel: false }),
  showActionSheet: done({ tapIndex: 0 }),
  setClipboardData: done(),
  requestSubscribeMessage: done(),
  stopPullDownRefresh: done(),
  request: done({ statusCode: 200, data: {}, header: {} }),
  setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
  getStorageSync: (key: string) => storage.get(key) ?? '',
  removeStorageSync: (key: string) => void storage.delete(key),
  getSystemInfoSync: () => ({
    windowWidth: 375,
    windowHeight: 667,
    platform: 'devtools',
    statusBarHeight: 20,
  }),
  getWindowInfo: () => ({
    windowWidth: 375,
    windowHeight: 667,
    statusBarHeight: 20,
    safeArea: { bottom: 667 },
  }),
  nextTick: (run: () => void) => void setTimeout(run),
  pxTransform: (size: number) => `${size}px`,
  eventCenter: {
    on: (name: string, listener: Listener) => {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(listener))
    },
    off: (name: string, listener?: Listener) => {
      if (listener) listeners.get(name)?.delete(listener)
      else listeners.delete(name)
    },
    trigger: (name: string, ...args: unknown[]) =>
      listeners.get(name)?.forEach((listener) => listener(...args)),
  },
}

const face: Record<string, unknown> = { ...known, openedWith, pageShows, pageHides, pageIsPulled, resetTaro }

// A Proxy, so that a page may use a function nobody has listed here yet.
const taro: Record<string, unknown> = new Proxy(face, {
  get(target, name) {
    if (typeof name === 'symbol') return Reflect.get(target, name) as unknown
    if (name === '__esModule') return true
    if (name === 'default') return taro
    if (!(name in target)) target[name] = jest.fn()
    return target[name]
  },
})

module.exports = taro
