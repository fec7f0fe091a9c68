import { act, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { pageHides, pageIsPulled, pageShows } from '@/testing/taro'
import { call } from '../cloud'
import { useUnread } from '../inbox/unread'
import { useSession } from '../session'
import { useLive, type LiveChange } from '.'

jest.mock('../cloud', () => {
  const real = jest.requireActual<typeof import('../cloud')>('../cloud')
  return { ...real, call: jest.fn() }
})

const calls = jest.mocked(call)
const nothing = { ok: true as const, data: { cursor: '1:1:', changed: [], reset: false, unread: 0 } }

function Page({ onChange }: { onChange: (change: LiveChange) => void }) {
  const { offlineSince } = useLive(onChange)
  return <p>{offlineSince ? 'offline' : 'online'}</p>
}

const see = (state: 'visible' | 'hidden') => {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))

beforeEach(() => {
  jest.useFakeTimers()
  calls.mockReset().mockResolvedValue(nothing)
  useSession.setState({
    me: {
      id: 'zhou',
      roles: [],
      maskedPhone: null,
      employee: null,
      company: '',
      invitationsWaiting: 0,
      unread: 0,
      templates: [],
    },
  })
})
afterEach(() => jest.useRealTimers())

describe('useLive', () => {
  it('asks nothing for a visitor', async () => {
    useSession.setState({ me: null })
    render(<Page onChange={jest.fn()} />)
    await pass(5000)
    expect(calls).not.toHaveBeenCalled()
  })

  it('stops while another page is in front, and asks at once on return', async () => {
    render(<Page onChange={jest.fn()} />)
    await pass(0)
    act(pageHides)
    calls.mockClear()
    await pass(10_000)
    expect(calls).not.toHaveBeenCalled()
    act(pageShows)
    await pass(0)
    expect(calls).toHaveBeenCalledTimes(1)
  })

  it('stops while the window is hidden, and asks at once on return', async () => {
    render(<Page onChange={jest.fn()} />)
    await pass(0)
    act(() => see('hidden'))
    calls.mockClear()
    await pass(10_000)
    expect(calls).not.toHaveBeenCalled()
    act(() => see('visible'))
    await pass(0)
    expect(calls).toHaveBeenCalledTimes(1)
  })

  it('shows that it is offline until the cloud answers again', async () => {
    calls.mockResolvedValue({ ok: false, code: 'unavailable', message: '' })
    render(<Page onChange={jest.fn()} />)
    await pass(0)
    expect(screen.getByText('offline')).toBeInTheDocument()
    calls.mockResolvedValue(nothing)
    await pass(5000)
    expect(screen.getByText('online')).toBeInTheDocument()
  })

  it('asks often again as soon as the person moves after a long silence', async () => {
    render(<Page onChange={jest.fn()} />)
    await pass(20 * 60_000)
    calls.mockClear()
    act(() => void document.dispatchEvent(new Event('pointerdown')))
    await pass(10_000)
    expect(calls.mock.calls.length).toBe(6)
  })

  it('loads everything when the page is pulled down, and lets go when the cloud has answered', async () => {
    const onChange = jest.fn()
    const stop = jest.mocked(Taro.stopPullDownRefresh)
    render(<Page onChange={onChange} />)
    await pass(0)
    onChange.mockClear()
    stop.mockClear()
    let answer: (reply: typeof nothing) => void = () => {}
    calls.mockReturnValue(new Promise((resolve) => (answer = resolve)))
    act(pageIsPulled)
    await pass(500)
    expect(onChange.mock.calls).toEqual([['everything']])
    expect(stop).not.toHaveBeenCalled()
    answer(nothing)
    await pass(0)
    expect(stop).toHaveBeenCalled()
  })

  it('keeps how many messages are unread for the whole app', async () => {
    calls.mockResolvedValue({ ...nothing, data: { ...nothing.data, unread: 4 } })
    render(<Page onChange={jest.fn()} />)
    await pass(0)
    expect(useUnread.getState().unread).toBe(4)
  })

  it('stops for good when the page is left', async () => {
    const { unmount } = render(<Page onChange={jest.fn()} />)
    await pass(0)
    unmount()
    calls.mockClear()
    await pass(10_000)
    expect(calls).not.toHaveBeenCalled()
  })
})
