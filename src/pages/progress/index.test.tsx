import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { CallName } from '@/contract/calls'
import type { Me } from '@/contract/calls/me'
import { call } from '@/services/cloud/call'
import { openProgress } from '@/services/progress-door'
import { useSession } from '@/services/session'
import { share } from '@/services/share'
import type { Share } from '@/services/share/face'
import { pageShows } from '@/testing/taro'
import ProgressPage from '.'

jest.mock('@/services/invitation-card/card.png', () => 'card.png')
jest.mock('@/services/cloud/call')
jest.mock('@/services/share', () => ({ share: { useShareCard: jest.fn(), shareLink: jest.fn() } }))

const visitor: Me = {
  ...{ id: null, roles: ['visitor'], maskedPhone: null, employee: null },
  ...{ company: '星河科技', invitationsWaiting: 0, unread: 0, templates: [] },
}
const zhou: Me = { ...visitor, id: 'zhou', roles: ['visitor', 'person'], invitationsWaiting: 1 }
const employee = { name: '林晓', department: '前端平台部', mayRefer: true }
const lin: Me = { ...zhou, id: 'lin', roles: ['visitor', 'person', 'employee'], employee }

const job = { id: 'j', title: '高级前端工程师', city: '上海' }
const base = {
  job,
  round: 1,
  dueAt: null,
  protectedUntil: null,
  handler: null,
  referrer: null,
  relation: null,
  mine: true,
  pausedUntil: null,
  nudgedAt: null,
  nudges: 0,
  again: false,
}
const changedAt = '2026-11-22T02:00:00.000Z'
const applied = {
  ...base,
  kind: 'application',
  id: 'a',
  name: '周宁',
  maskedPhone: null,
  stage: 'screening',
  changedAt,
}
const invited = {
  ...{ ...base, kind: 'invitation', id: 'i', name: null, maskedPhone: '138****8000', stage: null, changedAt },
  invitationStatus: 'opened',
}
const sent = {
  ...{ id: 'i', status: 'opened', job, maskedPhone: '138****8000', token: 't', link: '', sourceCode: '' },
  ...{ relation: null, line: null, textWords: '', sentAt: changedAt, openedAt: changedAt, answeredAt: null },
  expiresAt: '2026-12-22T02:00:00.000Z',
}
const waiting = {
  ...{ id: 'w', token: 'the-token', status: 'opened', referrer: { name: '林晓', department: '前端平台部' } },
  ...{ job, line: null, sentAt: changedAt, expiresAt: '2026-12-22T02:00:00.000Z' },
}
const page = {
  counts: { all: 2, waiting: 1, active: 1, late: 0, ended: 0 },
  ...{ next: null, calendar: { fromHour: 9, toHour: 18, off: [], on: [] } },
}

const { useShareCard } = jest.mocked<Share>(share)
/** What WeChat's menu forwards. */
const forwarded = () => useShareCard.mock.lastCall?.[0](undefined)

let replies: Partial<Record<CallName, unknown>>
const asks = () =>
  jest
    .mocked(call)
    .mock.calls.filter(([name]) => name === 'progress.list')
    .map(([, input]) => input)

async function shows(me: Me, items: unknown[] = [], invitations: unknown[] = [], also: typeof replies = {}) {
  replies = {
    ...also,
    'me.get': { ok: true, data: me },
    'progress.list': { ok: true, data: { ...page, items, invitations } },
    'progress.sync': { ok: true, data: { cursor: '1:1:', changed: [], reset: false } },
  }
  await act(async () => void render(<ProgressPage />))
}

beforeEach(() => {
  jest.clearAllMocks()
  replies = {}
  useSession.setState({ me: null, failure: null })
  jest
    .mocked(call)
    .mockImplementation(
      (name) => Promise.resolve(replies[name] ?? { ok: false, code: 'unavailable' }) as never,
    )
})

describe('the progress tab', () => {
  it('tells a visitor what it is for and offers to prove the number', async () => {
    await shows(visitor)
    fireEvent.click(screen.getByRole('button', { name: '去验证' }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/prove/index?next=progress' })
    expect(asks()).toEqual([])
  })

  it('shows a candidate what waits for an answer before what was applied for', async () => {
    await shows(zhou, [applied], [waiting])
    const lines = screen.getAllByRole('button').map(({ textContent }) => textContent)
    expect(lines[0]).toContain('林晓 邀请你看看高级前端工程师')
    expect(lines[1]).toContain('初筛')
    fireEvent.click(screen.getAllByRole('button')[0] as HTMLElement)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/invitation/index?token=the-token' })
  })

  it('shows an employee their referrals with counts, filters them, and opens a timeline', async () => {
    await shows(lin, [applied, invited])
    expect(screen.getByRole('button', { name: '等待回应 1' })).toBeInTheDocument()
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '已超时 0' })))
    expect(asks().slice(-1)).toEqual([{ as: 'referrer', filter: 'late' }])
    fireEvent.click(screen.getByText('周宁'))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/timeline/index?id=a' })
  })

  it('says whose owner is another by now, and leads home where somebody may be referred again', async () => {
    const lapsed = { ...applied, id: 'b', name: '何帆', stage: 'rejected', again: true }
    await shows(lin, [{ ...applied, mine: false }, lapsed])
    expect(screen.getByText('归属已调整')).toBeInTheDocument()
    expect(screen.getByText('保护期已结束，可再次推荐')).toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: '再次推荐：何帆' }))
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
  })

  it('forwards an employee’s own card, a candidate’s without a source', async () => {
    await shows(zhou)
    expect(forwarded()).toMatchObject({ path: '/pages/jobs/index' })
    expect(forwarded()?.later).toBeUndefined()
    await shows(lin)
    const card = { ...base, id: 'c', channel: 'card', name: null, title: null, job: null, token: 'mine' }
    replies['share.list'] = { ok: true, data: { shares: [card] } }
    expect((await forwarded()?.later)?.path).toBe('/pages/invitation/index?token=mine')
  })

  it('opens an invitation without an application in a sheet', async () => {
    await shows(lin, [invited])
    replies['invitation.get'] = { ok: false, code: 'not-found', message: '' }
    await act(async () => void fireEvent.click(screen.getByText('138****8000')))
    expect(await screen.findByText('没有打开')).toBeInTheDocument()
  })

  it('opens the invitation that a message tells of', async () => {
    await openProgress({ seat: 'referrer', invitationId: 'i' })
    replies['invitation.get'] = { ok: true, data: sent }
    await shows(lin, [invited], [], replies)
    expect(screen.getByRole('dialog', { name: '发给 138****8000 的邀请' })).toBeInTheDocument()
  })

  it('turns to the side that a message tells of, also when it was left at the other one', async () => {
    await shows(lin, [applied])
    await openProgress({ seat: 'candidate', invitationId: null })
    await act(async () => pageShows())
    expect(screen.getByRole('button', { name: '我的投递 1' })).toHaveAttribute('aria-pressed', 'true')
    expect(asks().slice(-1)).toEqual([{ as: 'candidate', filter: 'all' }])
  })

  it('takes an objection about an invitation and says what comes next, whatever became of it', async () => {
    await shows(lin, [invited])
    replies['invitation.get'] = { ok: true, data: sent }
    await act(async () => void fireEvent.click(screen.getByText('138****8000')))
    fireEvent.click(screen.getByRole('button', { name: /^对归属有疑问/ }))
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '我先联系了 TA' } })
    replies['referral.object'] = { ok: false, code: 'text-refused', message: '' }
    const submit = () =>
      act(async () => void fireEvent.click(screen.getByRole('button', { name: '提交异议' })))
    await submit()
    expect(screen.getByRole('textbox')).toHaveValue('我先联系了 TA')
    replies['referral.object'] = { ok: true, data: { at: changedAt } }
    await submit()
    expect(jest.mocked(call)).toHaveBeenLastCalledWith('referral.object', {
      ...{ requestId: expect.any(String) as string, kind: 'invitation', id: 'i', words: '我先联系了 TA' },
    })
    expect(screen.getByText('异议已提交，HR 会核对，需要时会联系你。')).toBeInTheDocument()
  })

  it('tells of an invitation that no text comes, beside the way to forward a card', async () => {
    await shows(lin, [invited])
    const textWords = '这个号码暂时不能再发短信，请直接转发给 TA'
    replies['invitation.get'] = { ok: true, data: { ...sent, textWords } }
    await act(async () => void fireEvent.click(screen.getByText('138****8000')))
    expect(screen.getByText(textWords)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '转发到微信' })).toBeInTheDocument()
  })

  it('names an invitation whose number was erased in a sentence', async () => {
    await shows(lin, [invited])
    replies['invitation.get'] = { ok: true, data: { ...sent, status: 'declined', maskedPhone: null } }
    await act(async () => void fireEvent.click(screen.getByText('138****8000')))
    expect(screen.getByRole('dialog', { name: '邀请（号码已删除）' })).toBeInTheDocument()
  })

  it('gives an employee the other side too', async () => {
    await shows(lin, [])
    expect(screen.getByText('还没有推荐过谁')).toBeInTheDocument()
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '我的投递 1' })))
    expect(asks().slice(-1)).toEqual([{ as: 'candidate', filter: 'all' }])
    expect(screen.getByText('还没有投递')).toBeInTheDocument()
  })
})
