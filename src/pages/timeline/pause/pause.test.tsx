import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Timeline } from '@/contract/calls/progress'
import { call } from '@/services/cloud/call'
import { AskForTime } from './ask-for-time'
import { Paused } from './paused'
import { makePause } from './store'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const now = new Date('2026-11-25T02:00:00Z')
const timeline = {
  ...{ stage: 'review', dueAt: '2026-11-26T07:00:00.000Z', paused: null },
  calendar: { fromHour: 9, toHour: 18, off: [], on: [] },
} as unknown as Timeline
const reload = jest.fn(() => Promise.resolve())
const failed = (code: string) => ({ ok: false, code, message: '' })
const done = { ok: true, data: { until: now.toISOString(), dueAt: now.toISOString() } }
const sent = () => calls.mock.calls.map(([, input]) => input as { requestId: string })
const anId: unknown = expect.any(String)

const tap = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const write = (value: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value } })

async function open() {
  render(<AskForTime store={makePause('a', reload)} timeline={timeline} now={now} />)
  await tap('给我一点时间')
}

beforeEach(() => {
  calls.mockReset().mockResolvedValue(done as never)
  reload.mockClear()
})

describe('给我一点时间', () => {
  it('shows what the clock will do for each choice, and asks for as many days', async () => {
    await open()
    expect(screen.getByRole('status')).toHaveTextContent('我们等你到 11 月 30 日')
    await tap('2 天')
    expect(screen.getByRole('status')).toHaveTextContent('回音顺延到 11 月 30 日 周一 15:00 前')
    write(' 手上的项目下周才交付 ')
    await tap('暂停 2 天')
    const input = { requestId: anId, id: 'a', days: 2, reason: '手上的项目下周才交付' }
    expect(calls.mock.calls).toEqual([['application.pause', input]])
    expect(reload).toHaveBeenCalledTimes(1)
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(screen.getByText('好，这 2 天不计时')).toBeInTheDocument()
  })

  it('needs no reason', async () => {
    await open()
    await tap('暂停 5 天')
    expect(sent()).toEqual([{ requestId: anId, id: 'a', days: 5, reason: null }])
  })

  it('keeps the choice when the chosen one is tapped again', async () => {
    await open()
    await tap('5 天')
    expect(screen.getByRole('button', { name: '5 天' })).toHaveAttribute('aria-pressed', 'true')
  })

  it('says beside the words that they were refused, and keeps them', async () => {
    calls.mockResolvedValue(failed('text-refused') as never)
    await open()
    write('…')
    await tap('暂停 5 天')
    expect(screen.getByRole('alert')).toHaveTextContent('换个说法')
    expect(screen.getByRole('textbox')).toHaveValue('…')
  })

  it('closes and shows the newest when it is otherwise by now', async () => {
    calls.mockResolvedValue(failed('pause-impossible') as never)
    await open()
    await tap('暂停 5 天')
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(screen.getByRole('alert')).toHaveTextContent('现在不能暂停，请刷新看看最新进度')
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('sends the same again under the same request id, and another choice under another', async () => {
    calls.mockResolvedValue(failed('internal') as never)
    await open()
    await tap('暂停 5 天')
    await tap('暂停 5 天')
    await tap('7 天')
    await tap('暂停 7 天')
    const [first, second, third] = sent().map(({ requestId }) => requestId)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('waits in sight for the network, and is given up with the sheet', async () => {
    calls.mockResolvedValue(failed('unavailable') as never)
    await open()
    await tap('暂停 5 天')
    expect(screen.getByText('暂时连不上，恢复后会自动继续')).toBeInTheDocument()
    await tap('不用了')
    await act(async () => void window.dispatchEvent(new Event('online')))
    expect(calls).toHaveBeenCalledTimes(1)
  })
})

describe('while they are waited for', () => {
  it('says until when, and goes on at a tap', async () => {
    render(<Paused store={makePause('a', reload)} until={new Date('2026-12-02T02:00:00Z')} />)
    expect(screen.getByText('已暂停到 12 月 2 日')).toBeInTheDocument()
    await tap('我准备好了')
    expect(calls.mock.calls).toEqual([['application.resume', { requestId: anId, id: 'a' }]])
    expect(reload).toHaveBeenCalledTimes(1)
  })
})
