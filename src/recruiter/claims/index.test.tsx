import { act, fireEvent, render, screen } from '@testing-library/react'
import * as taro from '@tarojs/taro'
import type { Me } from '@/contract/calls/me'
import type { OpenClaim } from '@/contract/calls/source'
import { call } from '@/services/cloud/call'
import { useSession } from '@/services/session'
import { useClaims } from './store'
import RecruiterClaimsPage from '.'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const me: Me = {
  ...{ id: 'p', roles: ['visitor', 'person', 'employee', 'recruiter'], maskedPhone: null, employee: null },
  ...{ company: '', invitationsWaiting: 0, unread: 0, templates: [] },
}
const claim: OpenClaim = {
  ...{ id: 'c1', kind: 'claimed', applicationId: 'a1', candidate: '周宁', job: '数据分析师', by: '周宁' },
  ...{ words: '是王磊推荐的', owner: { name: '林晓', department: '前端平台部' } },
  at: '2026-11-20T00:00:00.000Z',
}
const objection: OpenClaim = {
  ...{ ...claim, id: 'c2', kind: 'objected', applicationId: 'a2', candidate: '何帆', by: '王磊' },
  ...{ words: '我先发的邀请', owner: null },
}
const early: OpenClaim = { ...objection, id: 'c3', applicationId: null, candidate: null }

let answers: Record<string, unknown>

beforeEach(() => {
  window.matchMedia = () =>
    ({ matches: false, addEventListener: jest.fn(), removeEventListener: jest.fn() }) as never
  useSession.setState(useSession.getInitialState(), true)
  useClaims.setState(useClaims.getInitialState(), true)
  answers = {
    'me.get': { ok: true, data: me },
    'claim.list': { ok: true, data: { claims: [claim, objection, early] } },
    'progress.sync': { ok: true, data: { cursor: '1:1:', changed: [], reset: false } },
  }
  calls.mockReset().mockImplementation((name) => Promise.resolve(answers[name]) as never)
})

async function open() {
  render(<RecruiterClaimsPage />)
  await act(async () => undefined)
}

describe('what waits for a decision', () => {
  it('shows who says what about whose referral, and opens it', async () => {
    await open()
    const [first, second] = screen.getAllByRole('listitem')
    expect(first).toHaveTextContent(/周宁数据分析师.*周宁说推荐人是另一位同事“是王磊推荐的”现归林晓所有/)
    expect(second).toHaveTextContent(/何帆.*王磊提出异议“我先发的邀请”现在无人归属/)
    fireEvent.click(screen.getByRole('button', { name: /何帆/ }))
    expect(taro.navigateTo).toHaveBeenCalledWith({ url: '/recruiter/detail/index?id=a2' })
  })

  it('shows one about nobody’s application, and does not open it', async () => {
    await open()
    expect(screen.getByText('TA 还没有投递，投递后再裁定')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /还没有投递/ })).not.toBeInTheDocument()
  })

  it('is walked with the keys over what can be decided', async () => {
    await open()
    fireEvent.keyDown(document.body, { key: 'j' })
    expect(screen.getByRole('button', { name: /周宁/ })).toHaveFocus()
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'j' })
    expect(screen.getByRole('button', { name: /何帆/ })).toHaveFocus()
  })

  it('says when there is nothing', async () => {
    answers['claim.list'] = { ok: true, data: { claims: [] } }
    await open()
    expect(screen.getByText('没有待裁定的归属')).toBeInTheDocument()
  })

  it('says when it could not be loaded, and loads it when the network is back', async () => {
    answers['claim.list'] = { ok: false, code: 'unavailable', message: '' }
    await open()
    expect(screen.getByText('暂时连不上，连上后会自动打开')).toBeInTheDocument()
    answers['claim.list'] = { ok: true, data: { claims: [claim] } }
    await act(async () => void window.dispatchEvent(new Event('online')))
    expect(screen.getByRole('button', { name: /周宁/ })).toBeInTheDocument()
  })
})
