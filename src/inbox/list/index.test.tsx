import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { CallName } from '@/contract/calls'
import type { Message } from '@/contract/calls/inbox'
import type { Me } from '@/contract/calls/me'
import { call } from '@/services/cloud/call'
import { noteUnread } from '@/services/inbox'
import { useSession } from '@/services/session'
import { subscribe } from '@/services/subscribe'
import { resetTaro } from '@/testing/taro'
import InboxListPage from '.'

jest.mock('@/services/cloud/call')
jest.mock('@/services/subscribe', () => ({ subscribe: { renewNews: jest.fn() } }))

const calls = jest.mocked(call)
const visitor: Me = {
  ...{ id: null, roles: ['visitor'], maskedPhone: null, employee: null },
  ...{ company: '星河科技', invitationsWaiting: 0, unread: 0, templates: [] },
}
const application = { kind: 'application' as const, id: 'a', as: 'referrer' as const }
const moved: Message = {
  ...{ id: 'm2', event: 'stage-moved', seat: 'referrer', title: '周宁进入面试', body: '高级前端工程师' },
  ...{ at: '2026-11-24T02:00:00.000Z', read: false, link: application, lines: [] },
}
const gone: Message = { ...moved, id: 'm1', title: '这条推荐已删除', body: '', read: true, link: null }
const digest: Message = {
  ...{ ...moved, id: 'm3', event: 'digest', title: '今天的进展', body: '', link: null },
  lines: [
    { text: '周宁还在面试', link: application },
    { text: '发给 139****1234 的邀请 4 天没有答复', link: { kind: 'invitation', id: 'i', as: 'referrer' } },
  ],
}
let me: Me
let items: Message[]
let replies: Partial<Record<CallName, unknown>>
const sent = (name: CallName) => calls.mock.calls.filter(([one]) => one === name).map(([, input]) => input)

beforeEach(() => {
  resetTaro()
  jest.mocked(subscribe.renewNews).mockClear()
  useSession.setState(useSession.getInitialState(), true)
  me = { ...visitor, id: 'lin' }
  items = [digest, moved, gone]
  replies = {}
  calls.mockReset().mockImplementation((name) => {
    const unread = items.filter(({ read }) => !read).length
    const usual: Partial<Record<CallName, unknown>> = {
      'me.get': { ...me, unread },
      'inbox.list': { items, unread, next: null },
      'inbox.read': { unread: 0 },
      'progress.sync': { cursor: '1:1:', changed: [], reset: false, unread },
    }
    return Promise.resolve(replies[name] ?? { ok: true, data: usual[name] }) as ReturnType<typeof call>
  })
})

const open = () => act(async () => void render(<InboxListPage />))
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))

describe('the inbox', () => {
  it('is not for a visitor, and nothing is asked', async () => {
    me = visitor
    await open()
    await tap('去验证')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/prove/index?next=inboxList' })
    expect(sent('inbox.list')).toEqual([])
  })

  it('says what would bring something while there is nothing', async () => {
    items = []
    await open()
    expect(screen.getByText('还没有消息')).toBeInTheDocument()
    await tap('提醒设置')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/inbox/settings/index' })
  })

  it('offers another try when it did not load', async () => {
    replies['inbox.list'] = { ok: false, code: 'internal', message: '' }
    await open()
    expect(screen.getByRole('alert')).toHaveTextContent('消息没有加载出来')
    delete replies['inbox.list']
    await tap('再试一次')
    expect(screen.getByText('周宁进入面试')).toBeInTheDocument()
  })

  it('says how old it is while the cloud is away', async () => {
    await open()
    replies['inbox.list'] = { ok: false, code: 'unavailable', message: '' }
    await act(async () => noteUnread(9))
    expect(screen.getByText('暂时连不上，显示的是刚刚的内容')).toBeInTheDocument()
    expect(screen.getByText('周宁进入面试')).toBeInTheDocument()
  })

  it('shows a message that comes while somebody is looking', async () => {
    await open()
    items = [{ ...moved, id: 'm4', title: '周宁已入职' }, ...items]
    await act(async () => noteUnread(3))
    expect(screen.getByText('周宁已入职')).toBeInTheDocument()
    expect(screen.getByText('3 条未读')).toBeInTheDocument()
  })

  it('goes on to older ones at the end of the page', async () => {
    replies['inbox.list'] = { ok: true, data: { items, unread: 2, next: 'page-2' } }
    await open()
    replies['inbox.list'] = { ok: true, data: { items: [{ ...gone, id: 'm0' }], unread: 2, next: null } }
    await tap('再看更早的')
    expect(sent('inbox.list')).toContainEqual({ after: 'page-2' })
    expect(screen.getAllByText('这条推荐已删除')).toHaveLength(2)
    expect(screen.queryByRole('button', { name: '再看更早的' })).not.toBeInTheDocument()
  })
})

describe('a message', () => {
  it('is marked as read by the tap that opens what it tells of', async () => {
    await open()
    await tap(/^未读.*周宁进入面试/)
    expect(sent('inbox.read')).toEqual([expect.objectContaining({ ids: ['m2'], upTo: null })])
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/timeline/index?id=a&as=referrer' })
    expect(screen.getByRole('button', { name: /^周宁进入面试/ })).toBeInTheDocument()
  })

  it('asks for the next one of its kind in that tap', async () => {
    await open()
    await tap(/周宁进入面试/)
    expect(subscribe.renewNews).toHaveBeenCalledWith(['progress'])
  })

  it('that leads nowhere any more is no button once it is read', async () => {
    await open()
    expect(screen.queryByRole('button', { name: /这条推荐已删除/ })).not.toBeInTheDocument()
  })

  it('that is a digest opens the thing of each line', async () => {
    await open()
    await tap('发给 139****1234 的邀请 4 天没有答复')
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/progress/index' })
    expect(sent('inbox.read')).toEqual([expect.objectContaining({ ids: ['m3'] })])
  })

  it('is read with all the others, up to the newest on screen', async () => {
    await open()
    await tap('全部已读')
    expect(sent('inbox.read')).toEqual([expect.objectContaining({ ids: [], upTo: digest.at })])
    expect(screen.getByText('都看过了')).toBeInTheDocument()
    expect(screen.queryByRole('img', { name: '未读' })).not.toBeInTheDocument()
  })
})
