import { act, render } from '@testing-library/react'
import type { ErrorCode } from '@/contract/errors'
import { loadWords, useReload } from '.'

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

it('promises what it does', () => {
  expect(loadWords(failed('unavailable'))).toBe('暂时连不上，连上后会自动打开')
  expect(loadWords(failed('not-found'))).toContain('没有找到')
})
