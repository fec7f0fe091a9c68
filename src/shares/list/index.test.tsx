import { act, fireEvent, render, screen, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { CallName } from '@/contract/calls'
import type { Me } from '@/contract/calls/me'
import { clipboard } from '@/services/clipboard'
import { call } from '@/services/cloud/call'
import { useSession } from '@/services/session'
import SharesListPage from '.'

jest.mock('@/services/cloud/call')
jest.mock('@/services/clipboard', () => ({ clipboard: { copy: jest.fn() } }))

const calls = jest.mocked(call)
const copy = jest.mocked(clipboard.copy)
const visitor: Me = {
  ...{ id: null, roles: ['visitor'], maskedPhone: null, employee: null },
  ...{ company: '星河科技', invitationsWaiting: 0, unread: 0, templates: [] },
}
const lin: Me = {
  ...visitor,
  ...{ id: 'p', employee: { name: '林晓', department: '前端平台部', mayRefer: true } },
}
const few = { opened: null, accepted: null, applied: null, interviewed: null, hired: null }
const share = {
  ...{ name: null, title: null, job: null, code: null, counts: few },
  ...{ link: 'https://bole.example/i/t', createdAt: '2026-11-23T02:00:00.000Z' },
}
const code = { ...share, id: 'c', channel: 'code', code: '7K2Q9M4X' }
const poster = {
  ...{ ...share, id: 'p', channel: 'poster', name: '朋友圈' },
  counts: { ...few, opened: 12, applied: 4 },
}
const link = { ...share, id: 'l', channel: 'link' }
let me: Me
let shares: unknown[]
let replies: Partial<Record<CallName, unknown>>
const sent = (name: CallName) => calls.mock.calls.filter(([one]) => one === name).map(([, input]) => input)

beforeEach(() => {
  jest.clearAllMocks()
  useSession.setState(useSession.getInitialState(), true)
  me = lin
  shares = [code, poster, link]
  replies = {}
  copy.mockResolvedValue(true)
  calls.mockReset().mockImplementation((name) => {
    const usual: Partial<Record<CallName, unknown>> = {
      'me.get': me,
      'share.list': { shares },
      'job.list': {
        jobs: [
          { id: 'j', title: '数据分析师', department: '数据部', city: '杭州', takesReferrals: true },
          { id: 'k', title: '店长', department: '门店', city: '杭州', takesReferrals: false },
        ],
      },
    }
    return Promise.resolve(replies[name] ?? { ok: true, data: usual[name] }) as ReturnType<typeof call>
  })
})

const open = () => act(async () => void render(<SharesListPage />))
const tap = (name: string | RegExp, index = 0) =>
  act(async () => void fireEvent.click(screen.getAllByRole('button', { name })[index] as Element))
const dialog = () => within(screen.getByRole('dialog'))

describe('my ways to refer', () => {
  it.each([
    ['a visitor', visitor, '先验证手机号'],
    ['a candidate', { ...visitor, id: 'z' }, '这里还不能用'],
    [
      'an intern',
      { ...lin, employee: { name: '方子昂', department: '前端平台部', mayRefer: false } },
      '这里还不能用',
    ],
  ])('are not for %s, and nothing is asked', async (_who, who, words) => {
    me = who
    await open()
    expect(screen.getByText(words)).toBeInTheDocument()
    expect(sent('share.list')).toEqual([])
  })

  it('show my code to be read out, and what each share brought', async () => {
    await open()
    expect(screen.getByText('7K2Q-9M4X')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: /朋友圈.*打开 12 · 投递 4/ })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: /链接.*少于 3 人，不细分/ })).toBeInTheDocument()
    expect(sent('share.create')).toEqual([])
  })

  it('say what to do while there are none', async () => {
    shares = [code]
    await open()
    expect(screen.getByText('还没有海报、链接或卡片')).toBeInTheDocument()
  })

  it('make my code also when only the second try loads', async () => {
    shares = []
    replies['share.list'] = { ok: false, code: 'internal', message: '' }
    replies['share.create'] = { ok: true, data: { share: code, already: false } }
    await open()
    delete replies['share.list']
    await tap('再试一次')
    expect(sent('share.create')).toEqual([expect.objectContaining({ channel: 'code' })])
  })

  it('offer another try when they did not load', async () => {
    replies['share.list'] = { ok: false, code: 'unavailable', message: '' }
    await open()
    expect(screen.getByRole('alert')).toHaveTextContent('没有加载出来')
    delete replies['share.list']
    await tap('再试一次')
    expect(screen.getByText('7K2Q-9M4X')).toBeInTheDocument()
  })
})

describe('my code', () => {
  it('is copied as it is read out', async () => {
    await open()
    await tap('复制')
    expect(copy).toHaveBeenCalledWith('7K2Q-9M4X')
  })

  it('is renewed only after being told that the old one stops', async () => {
    replies['share.renew'] = { ok: true, data: { share: { ...code, code: 'NX4Y5P6U' } } }
    await open()
    await tap('换一个')
    expect(screen.getByRole('alertdialog')).toHaveTextContent('7K2Q-9M4X 马上停用')
    await tap('先不换')
    expect(sent('share.renew')).toEqual([])
    await tap('换一个')
    shares = [{ ...code, code: 'NX4Y5P6U' }]
    await tap('换一个', 1)
    expect(screen.getByText('NX4Y-5P6U')).toBeInTheDocument()
  })
})

describe('a share', () => {
  it('ends after one confirmation that says it is for good', async () => {
    replies['share.end'] = { ok: true, data: { endedAt: '2026-11-24T00:00:00.000Z' } }
    await open()
    await tap(/^朋友圈/)
    await tap('结束这张海报')
    expect(screen.getByRole('alertdialog')).toHaveTextContent('结束后不能恢复')
    shares = [code, link]
    await tap('结束')
    expect(sent('share.end')).toEqual([{ requestId: expect.any(String) as string, id: 'p' }])
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /^朋友圈/ })).not.toBeInTheDocument()
  })

  it('that is a link shows it for copying by hand when the system refuses', async () => {
    copy.mockResolvedValue(false)
    await open()
    await tap(/^链接/)
    await tap('复制链接')
    expect(dialog().getByText('https://bole.example/i/t')).toBeInTheDocument()
    expect(screen.getByText('没有复制成功，请长按上面的链接复制')).toBeInTheDocument()
  })
})

describe('a new one', () => {
  it('is a poster with a name and a job, and opens', async () => {
    replies['share.create'] = { ok: true, data: { share: poster, already: false } }
    await open()
    await tap(/^做一张海报/)
    await tap('校招群')
    await tap(/^职位/)
    // It takes nobody now: a poster for it would be refused.
    expect(dialog().queryByText('店长')).not.toBeInTheDocument()
    await tap(/^数据分析师/)
    await tap('生成海报')
    expect(sent('share.create')).toEqual([
      expect.objectContaining({ channel: 'poster', jobId: 'j', name: '校招群', title: null }),
    ])
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/shares/poster/index?id=p' })
  })

  it('is a link, ready to be copied', async () => {
    shares = [code]
    replies['share.create'] = { ok: true, data: { share: link, already: false } }
    await open()
    await tap(/^生成一个链接/)
    shares = [code, link]
    await tap('生成链接')
    expect(dialog().getByText('https://bole.example/i/t')).toBeInTheDocument()
  })

  it('is a card, written on a page of its own', async () => {
    await open()
    await tap(/^转发一张卡片/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/shares/card/index' })
  })
})
