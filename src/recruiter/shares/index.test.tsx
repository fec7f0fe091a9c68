import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Me } from '@/contract/calls/me'
import type { SuspiciousShare } from '@/contract/calls/share'
import { call } from '@/services/cloud/call'
import { useSession } from '@/services/session'
import RecruiterSharesPage from '.'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const me: Me = {
  ...{ id: 'p', roles: ['visitor', 'person', 'employee', 'recruiter'], maskedPhone: null, employee: null },
  ...{ company: '', invitationsWaiting: 0, unread: 0, templates: [] },
}
const share: SuspiciousShare = {
  ...{ id: 's', channel: 'poster', name: '朋友圈', job: null, lastAt: '2026-11-20T00:00:00.000Z' },
  ...{ referrer: { name: '王磊', department: '数据部' }, visitors: 120, applications: 8, endorsed: 1 },
  reports: 2,
}

let answers: Record<string, unknown>

beforeEach(() => {
  useSession.setState(useSession.getInitialState(), true)
  answers = {
    'me.get': { ok: true, data: me },
    'share.suspicious': { ok: true, data: { shares: [share] } },
  }
  calls.mockReset().mockImplementation((name) => Promise.resolve(answers[name]) as never)
})

async function open() {
  render(<RecruiterSharesPage />)
  await act(async () => undefined)
}

it('shows whose share it is, why it is listed, and the figures', async () => {
  await open()
  const row = screen.getByRole('listitem')
  expect(row).toHaveTextContent('王磊 · 数据部海报「朋友圈」 · 所有在招职位 · 最近 11 月 20 日')
  expect(row).toHaveTextContent('2 人举报是买来的；120 人打开，8 份投递，只有 1 份有背书')
  expect(row).toHaveTextContent('120打开8投递1有背书2举报')
})

it('says when there is nothing suspicious', async () => {
  answers['share.suspicious'] = { ok: true, data: { shares: [] } }
  await open()
  expect(screen.getByText('没有可疑的来源')).toBeInTheDocument()
})

it('says when it could not be loaded, and tries again', async () => {
  answers['share.suspicious'] = { ok: false, code: 'internal', message: '' }
  await open()
  answers['share.suspicious'] = { ok: true, data: { shares: [share] } }
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '再试一次' })))
  expect(screen.getByRole('listitem')).toBeInTheDocument()
})
