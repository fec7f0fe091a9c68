import { act, render } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { ErrorCode } from '@/contract/errors'
import { pageHides, pageIsPulled, pageShows } from '@/testing/taro'
import { loadWords, useOnReturn, useReload } from '.'

const failed = (code: ErrorCode) => ({ ok: false as const, code, message: '' })

function Page({ code, load }: { code?: ErrorCode; load: () => void }) {
  useReload(code && failed(code), load)
  return null
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

describe('useReload', () => {
  it('loads again at once when the network comes back, and now and then before', () => {
    const load = jest.fn()
    render(<Page code='unavailable' load={load} />)
    act(() => void jest.advanceTimersByTime(15_000))
    expect(load).toHaveBeenCalledTimes(1)
    act(() => void window.dispatchEvent(new Event('online')))
    expect(load).toHaveBeenCalledTimes(2)
  })

  it.each([undefined, 'not-found', 'internal'] as const)('leaves %s alone', (code) => {
    const load = jest.fn()
    render(<Page code={code} load={load} />)
    act(() => void jest.advanceTimersByTime(60_000))
    act(() => void window.dispatchEvent(new Event('online')))
    expect(load).not.toHaveBeenCalled()
  })

  it('stops when the page is left', () => {
    const load = jest.fn()
    render(<Page code='unavailable' load={load} />).unmount()
    act(() => void jest.advanceTimersByTime(60_000))
    expect(load).not.toHaveBeenCalled()
  })
})

describe('useOnReturn', () => {
  const load = jest.fn<Promise<void>, []>()
  function List() {
    useOnReturn(load)
    return null
  }
  const set = (presence: { visible?: boolean; online?: boolean }) => {
    if (presence.visible !== undefined) {
      const state = presence.visible ? 'visible' : 'hidden'
      jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
      document.dispatchEvent(new Event('visibilitychange'))
    }
    if (presence.online !== undefined) {
      jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(presence.online)
      window.dispatchEvent(new Event(presence.online ? 'online' : 'offline'))
    }
  }
  const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))

  beforeEach(async () => {
    load.mockReset().mockResolvedValue()
    render(<List />)
    await pass(5_000)
    load.mockClear()
  })
  afterEach(() => jest.restoreAllMocks())

  it.each<[string, () => void, number]>([
    ['the page comes back to the front', pageShows, 1],
    ['the app comes back', () => (set({ visible: false }), set({ visible: true })), 1],
    [
      'the app and with it the page come back',
      () => (set({ visible: false }), set({ visible: true }), pageShows()),
      1,
    ],
    ['the network comes back', () => (set({ online: false }), set({ online: true })), 1],
    ['the network goes', () => set({ online: false }), 0],
    ['the app goes', () => set({ visible: false }), 0],
    [
      'the app comes back to another page',
      () => (pageHides(), set({ visible: false }), set({ visible: true })),
      0,
    ],
    [
      'the network comes back to nobody',
      () => (set({ visible: false, online: false }), set({ online: true })),
      0,
    ],
  ])('when %s it loads so many times', (_what, happens, times) => {
    act(happens)
    expect(load).toHaveBeenCalledTimes(times)
    act(() => set({ visible: true, online: true }))
  })

  it('loads once more when the network comes right after the person', () => {
    act(() => set({ visible: false, online: false }))
    act(() => set({ visible: true }))
    act(() => set({ online: true }))
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('ends a pull when it has loaded, and not before', async () => {
    const stop = jest.mocked(Taro.stopPullDownRefresh)
    stop.mockClear()
    let loaded = () => {}
    load.mockReturnValue(new Promise<void>((resolve) => (loaded = resolve)))
    act(pageIsPulled)
    await pass(3_000)
    expect(stop).not.toHaveBeenCalled()
    loaded()
    await pass(0)
    expect(stop).toHaveBeenCalledTimes(1)
  })
})

it('promises what it does', () => {
  expect(loadWords(failed('unavailable'))).toBe('暂时连不上，连上后会自动打开')
  expect(loadWords(failed('not-found'))).toContain('没有找到')
})
