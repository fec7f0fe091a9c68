import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { Timeline } from '@/contract/calls/progress'
import { call } from '@/services/cloud/call'
import { Nudge } from '.'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const now = new Date('2026-11-25T02:00:00Z')
const timeline = {
  ...{ id: 'a', handler: '陈思', nudge: { allowed: true, from: null, count: 0, lastAt: null }, nudges: [] },
} as unknown as Timeline
const reload = jest.fn(() => Promise.resolve())
const failed = (code: string) => ({ ok: false, code, message: '' })
const done = { ok: true, data: { at: now.toISOString(), escalated: false, from: now.toISOString() } }
const inputs = () => calls.mock.calls.map(([, input]) => input as { requestId: string; id: string })

const show = (change: Partial<Timeline> = {}) =>
  render(<Nudge timeline={{ ...timeline, ...change }} now={now} reload={reload} />)
const button = () => screen.getByRole('button', { name: '催一下' })
const tap = () => act(async () => void fireEvent.click(button()))
const answer = (name: string) =>
  act(async () => {
    fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name }))
  })

beforeEach(() => {
  calls.mockReset().mockResolvedValue(done as never)
  reload.mockClear()
})

describe('催一下', () => {
  it('is done after a question, and the page shows what became of it', async () => {
    show()
    await tap()
    expect(screen.getByRole('alertdialog', { name: /^催一下陈思？/ })).toBeInTheDocument()
    expect(calls).not.toHaveBeenCalled()
    await answer('催一下')
    expect(calls.mock.calls[0]?.[0]).toBe('referral.nudge')
    expect(inputs()).toEqual([{ requestId: expect.any(String) as string, id: 'a' }])
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('is not done when they would rather wait', async () => {
    show()
    await tap()
    await answer('再等等')
    expect(calls).not.toHaveBeenCalled()
  })

  it('says when it may be done again, and does nothing until then', async () => {
    const nudge = { allowed: false, from: '2026-11-30T01:00:00.000Z', count: 1, lastAt: now.toISOString() }
    show({ nudge, nudges: [{ at: now.toISOString(), by: null, escalated: false }] })
    expect(button()).toHaveAttribute('aria-disabled', 'true')
    expect(screen.getByText('已催过，11 月 30 日 09:00 后可再催')).toBeInTheDocument()
    expect(screen.getByRole('status')).toHaveTextContent('你催了一次，陈思已经收到提醒')
    await tap()
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  })

  it.each([
    ['for whoever owns it no more', null],
    ['where nobody owes an answer', { allowed: false, from: null, count: 0, lastAt: null }],
  ])('is not there %s', (_when, nudge) => {
    const { container } = show({ nudge })
    expect(container).toBeEmptyDOMElement()
  })

  it.each([
    ['nudged-recently', '刚刚催过了，给招聘同事一点时间'],
    ['not-late', '还在约定的时间里，过了时间再催吧'],
  ])('says why after %s, and shows the newest', async (code, words) => {
    calls.mockResolvedValue(failed(code) as never)
    show()
    await tap()
    await answer('催一下')
    expect(screen.getByRole('alert')).toHaveTextContent(words)
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('waits in sight for the network and goes under the same request id, also by hand', async () => {
    calls.mockResolvedValue(failed('unavailable') as never)
    const { unmount } = show()
    await tap()
    await answer('催一下')
    expect(screen.getByText('暂时连不上，恢复后会自动继续')).toBeInTheDocument()
    calls.mockResolvedValue(done as never)
    await act(async () => void window.dispatchEvent(new Event('online')))
    expect(reload).toHaveBeenCalledTimes(1)
    const [first, second] = inputs()
    expect(second?.requestId).toBe(first?.requestId)
    unmount()
  })

  it('stops trying when the page is left', async () => {
    calls.mockResolvedValue(failed('unavailable') as never)
    const { unmount } = show()
    await tap()
    await answer('催一下')
    await act(async () => unmount())
    await act(async () => void window.dispatchEvent(new Event('online')))
    expect(calls).toHaveBeenCalledTimes(1)
  })
})
