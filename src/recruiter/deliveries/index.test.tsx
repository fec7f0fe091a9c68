import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { DeadLetter } from '@/contract/calls/delivery'
import type { Me } from '@/contract/calls/me'
import { call } from '@/services/cloud/call'
import { useSession } from '@/services/session'
import RecruiterDeliveriesPage from '.'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const admin: Me = {
  ...{ id: 'p', roles: ['visitor', 'person', 'admin'], maskedPhone: null, employee: null },
  ...{ company: '', invitationsWaiting: 0, unread: 0, templates: [] },
}
const letter: DeadLetter = {
  ...{ id: 'd1', kind: 'message', event: 'stage-moved', channel: 'subscribe', reason: '47003', attempts: 8 },
  ...{
    words: '微信没有接受（47003）。请到微信公众平台核对模板。',
    at: '2026-11-25T06:00:00.000Z',
    resendable: true,
  },
}
const gone: DeadLetter = {
  ...{ ...letter, id: 'd2', kind: 'login-code', event: null, channel: 'sms', reason: 'timeout' },
  ...{ words: '运营商一直没有答复，验证码已过期', resendable: false },
}
const listed = {
  ...{ items: [letter, gone], next: null, warnings: [] },
  counts: { waiting: 3, sent: 1204, dropped: 12, dead: 2 },
}

const ok = (data: unknown) => ({ ok: true, data })
const failed = (code: string) => ({ ok: false, code, message: '' })
let answers: Record<string, unknown>
const sent = (name: string) =>
  calls.mock.calls.filter(([asked]) => asked === name).map(([, input]) => input as { requestId: string })

beforeEach(() => {
  useSession.setState(useSession.getInitialState(), true)
  answers = {
    'me.get': ok(admin),
    'delivery.list': ok(listed),
    'delivery.resend': ok({ state: 'sent' }),
    'progress.sync': ok({ cursor: '1:1:', changed: [], reset: false, unread: 0 }),
  }
  calls.mockReset().mockImplementation((name) => Promise.resolve(answers[name]) as never)
})

async function open() {
  render(<RecruiterDeliveriesPage />)
  await act(async () => undefined)
}
const rows = () => screen.getAllByRole('listitem')
const resend = () =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name: '重发：阶段进展，11-25 14:00' })))

describe('what could not be delivered', () => {
  it('is nobody’s but an administrator’s, and nothing is asked for anybody else', async () => {
    answers['me.get'] = ok({ ...admin, roles: ['visitor', 'person', 'employee', 'recruiter'] })
    await open()
    expect(screen.getByText('这里由管理员看管')).toBeInTheDocument()
    expect(sent('delivery.list')).toEqual([])
  })

  it('tells what it was, why it did not arrive and how often it was tried', async () => {
    await open()
    expect(rows()[0]).toHaveTextContent(
      /阶段进展11-25 14:00微信提醒试了 8 次微信没有接受（47003）。请到微信公众平台核对模板。/,
    )
    expect(rows()[1]).toHaveTextContent(/登录验证码11-25 14:00短信试了 8 次/)
    expect(within(rows()[1] as HTMLElement).queryByRole('button')).not.toBeInTheDocument()
    expect(screen.getByRole('group', { name: '最近 7 天' })).toHaveTextContent(
      '3排队中1,204已送出12不用再发2没送到',
    )
  })

  it('says calmly and on top what has to be looked after', async () => {
    const warnings = [
      { kind: 'calendar', template: null, words: '2027 年的放假安排还没有，先按周一到周五计算' },
      { kind: 'template-missing', template: 'answer', words: '「答复提醒」模板没有配置，改走其他渠道' },
    ]
    answers['delivery.list'] = ok({ ...listed, warnings })
    await open()
    const [notice] = screen.getAllByRole('status')
    expect(notice).toHaveTextContent(/2027 年的放假安排.*「答复提醒」模板没有配置/)
  })

  it('is sent once more on request, with its outcome in the row', async () => {
    await open()
    await resend()
    expect(sent('delivery.resend')).toEqual([{ requestId: expect.any(String) as string, id: 'd1' }])
    expect(within(rows()[0] as HTMLElement).getByRole('status')).toHaveTextContent('送到了')
    expect(within(rows()[0] as HTMLElement).queryByRole('button')).not.toBeInTheDocument()
  })

  it('says in the row why it was not sent, and goes under the same request id again', async () => {
    answers['delivery.resend'] = failed('internal')
    await open()
    await resend()
    expect(within(rows()[0] as HTMLElement).getByRole('status')).toHaveTextContent('出了点问题')
    await resend()
    const [first, second] = sent('delivery.resend')
    expect(second?.requestId).toBe(first?.requestId)
  })

  it('waits in the row for the network', async () => {
    answers['delivery.resend'] = failed('unavailable')
    await open()
    await resend()
    expect(rows()[0]).toHaveTextContent('等网络恢复，连上就重发')
    answers['delivery.resend'] = ok({ state: 'waiting' })
    await act(async () => void window.dispatchEvent(new Event('online')))
    expect(rows()[0]).toHaveTextContent('已重新排队，很快会发出')
  })

  it('goes on page by page', async () => {
    answers['delivery.list'] = ok({ ...listed, items: [letter], next: 'after-d1' })
    await open()
    answers['delivery.list'] = ok({ ...listed, items: [gone] })
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '再看更早的' })))
    expect(rows()).toHaveLength(2)
    expect(sent('delivery.list').at(-1)).toEqual({ after: 'after-d1' })
  })

  it('says when there is nothing, with the figures all the same', async () => {
    answers['delivery.list'] = ok({ ...listed, items: [] })
    await open()
    expect(screen.getByText('没有送不到的提醒')).toBeInTheDocument()
    expect(screen.getByText('1,204')).toBeInTheDocument()
  })

  it('says when it could not be loaded, and loads it when the network is back', async () => {
    answers['delivery.list'] = failed('unavailable')
    await open()
    expect(screen.getByText('暂时连不上，连上后会自动打开')).toBeInTheDocument()
    answers['delivery.list'] = ok(listed)
    await act(async () => void window.dispatchEvent(new Event('online')))
    expect(rows()).toHaveLength(2)
  })
})
