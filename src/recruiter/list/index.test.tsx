import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import * as taro from '@tarojs/taro'
import type { Me } from '@/contract/calls/me'
import type { Role } from '@/contract/roles'
import { call } from '@/services/cloud/call'
import { useSession } from '@/services/session'
import { useClaims } from '../claims/store'
import { useQueue } from '../queue/store'
import RecruiterListPage from '.'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const calendar = { fromHour: 9, toHour: 18, off: [], on: [] }
const counts = { all: 2, waiting: 0, active: 2, late: 0, ended: 0 }
const item = (id: string, name: string, dueAt: string) => ({
  ...{
    kind: 'application',
    id,
    name,
    maskedPhone: null,
    job: { id: 'j', title: '数据分析师', city: '上海' },
  },
  ...{ stage: 'screening', round: 1, invitationStatus: null, dueAt, protectedUntil: null, handler: null },
  ...{ referrer: '林晓', relation: 'friend', changedAt: '2026-11-20T00:00:00.000Z' },
  ...{ pausedUntil: null, nudgedAt: null, nudges: 0 },
})
const two = [item('a', '周宁', '2026-11-24T02:00:00.000Z'), item('b', '何帆', '2026-11-25T02:00:00.000Z')]

const claim = {
  ...{ id: 'c', kind: 'claimed', applicationId: 'a', candidate: '周宁', job: '数据分析师', by: '周宁' },
  ...{ words: '是王磊推荐的', owner: null, at: '2026-11-20T00:00:00.000Z' },
}

let roles: Role[]
let claims: unknown[]
let items: unknown[]

beforeEach(() => {
  window.matchMedia = () =>
    ({ matches: false, addEventListener: jest.fn(), removeEventListener: jest.fn() }) as never
  useSession.setState(useSession.getInitialState(), true)
  useQueue.setState(useQueue.getInitialState(), true)
  useClaims.setState(useClaims.getInitialState(), true)
  claims = []
  items = two
  const me = (): Me => ({
    id: 'p',
    roles,
    maskedPhone: null,
    employee: null,
    company: '',
    invitationsWaiting: 0,
    unread: 0,
    templates: [],
  })
  const answers: Record<string, () => unknown> = {
    'me.get': me,
    'progress.list': () => ({ items, counts, calendar, next: null }),
    'claim.list': () => ({ claims }),
    'progress.sync': () => ({ cursor: '1:1:', changed: [], reset: false }),
  }
  calls.mockReset().mockImplementation((name) => {
    return Promise.resolve({ ok: true, data: answers[name]?.() }) as ReturnType<typeof call>
  })
})

async function open(...who: Role[]) {
  roles = who
  render(<RecruiterListPage />)
  await act(async () => undefined)
}

describe('the recruiter’s list', () => {
  it('is refused to others without asking the cloud for anything, with a way home', async () => {
    await open('visitor', 'person', 'employee')
    expect(calls).not.toHaveBeenCalledWith('progress.list', expect.anything())
    fireEvent.click(screen.getByRole('button', { name: '回到首页' }))
    expect(taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
  })

  it('shows each referral with whose word stands behind it, and opens it', async () => {
    await open('visitor', 'person', 'employee', 'recruiter')
    expect(screen.getAllByText('林晓推荐 · 朋友')).toHaveLength(2)
    fireEvent.click(screen.getByRole('button', { name: /周宁/ }))
    expect(taro.navigateTo).toHaveBeenCalledWith({ url: '/recruiter/detail/index?id=a' })
  })

  it('shows on a late one how often its referrer has nudged', async () => {
    const late = { ...item('a', '周宁', '2020-01-01T00:00:00.000Z'), nudges: 2 }
    items = [late, { ...item('b', '何帆', '2099-01-01T00:00:00.000Z'), nudges: 1 }]
    await open('visitor', 'person', 'employee', 'recruiter')
    expect(screen.getByRole('button', { name: /周宁/ })).toHaveTextContent(/被催 2 次已超时/)
    expect(screen.getByRole('button', { name: /何帆/ })).not.toHaveTextContent('催')
  })

  it('leads to what waits for a decision, with its number, and to suspicious sources', async () => {
    claims = [claim, { ...claim, id: 'd' }]
    await open('visitor', 'person', 'employee', 'recruiter')
    fireEvent.click(screen.getByRole('button', { name: '待裁定 2 ›' }))
    expect(taro.navigateTo).toHaveBeenLastCalledWith({ url: '/recruiter/claims/index' })
    fireEvent.click(screen.getByRole('button', { name: '可疑来源 ›' }))
    expect(taro.navigateTo).toHaveBeenLastCalledWith({ url: '/recruiter/shares/index' })
  })

  it('leads an administrator, and nobody else, to what could not be delivered', async () => {
    await open('visitor', 'person', 'employee', 'recruiter', 'admin')
    fireEvent.click(screen.getByRole('button', { name: '没送到的提醒 ›' }))
    expect(taro.navigateTo).toHaveBeenLastCalledWith({ url: '/recruiter/deliveries/index' })
    cleanup()
    await open('visitor', 'person', 'employee', 'recruiter')
    expect(screen.queryByRole('button', { name: '没送到的提醒 ›' })).not.toBeInTheDocument()
  })

  it('is walked with j and k, but not while somebody writes', async () => {
    await open('visitor', 'person', 'employee', 'recruiter')
    fireEvent.keyDown(document.body, { key: 'j' })
    expect(screen.getByRole('button', { name: /周宁/ })).toHaveFocus()
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' })
    expect(screen.getByRole('button', { name: /何帆/ })).toHaveFocus()
    const field = document.body.appendChild(document.createElement('textarea'))
    field.focus()
    fireEvent.keyDown(field, { key: 'k' })
    expect(field).toHaveFocus()
    field.remove()
  })
})
