import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { CallName } from '@/contract/calls'
import type { NoticeSetting } from '@/contract/calls/notice'
import { call } from '@/services/cloud/call'
import { useSession } from '@/services/session'
import type { News } from '@/services/subscribe/face'
import { useNews } from '@/services/subscribe/use-news'
import { resetTaro } from '@/testing/taro'
import InboxSettingsPage from '.'

jest.mock('@/services/cloud/call')
jest.mock('@/services/subscribe/use-news', () => ({ useNews: jest.fn() }))

const calls = jest.mocked(call)
const me = {
  ...{ id: 'lin', roles: ['visitor', 'person'], maskedPhone: null, employee: null },
  ...{ company: '', invitationsWaiting: 0, unread: 0, templates: [] },
}
const all: NoticeSetting = {
  ...{ wecom: true, subscribe: true, email: false, texts: true, weekly: true },
  ...{ quietFrom: 1320, quietTo: 480, credits: 3 },
  open: { wecom: true, subscribe: true, email: true, texts: true },
}
const nothing: News = { offer: 'none', asking: false, words: null, credits: null, tap: jest.fn() }
let setting: NoticeSetting
let replies: Partial<Record<CallName, unknown>>
const saved = () =>
  calls.mock.calls.flatMap(([name, input]) =>
    name === 'notice.save' ? [input as Record<string, unknown>] : [],
  )

beforeEach(() => {
  resetTaro()
  useSession.setState(useSession.getInitialState(), true)
  setting = all
  replies = {}
  jest.mocked(useNews).mockReturnValue(nothing)
  calls.mockReset().mockImplementation((name, input) => {
    if (name === 'notice.save') setting = { ...setting, ...input }
    const usual: Partial<Record<CallName, unknown>> = {
      ...{ 'me.get': me, 'notice.get': setting, 'notice.save': setting },
    }
    return Promise.resolve(replies[name] ?? { ok: true, data: usual[name] }) as ReturnType<typeof call>
  })
})

const open = () => act(async () => void render(<InboxSettingsPage />))
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const tap = (name: string | RegExp) => act(async () => void fireEvent.click(button(name)))

describe('the ways to be told', () => {
  it('are only those that the company has opened', async () => {
    setting = { ...all, open: { wecom: true, subscribe: false, email: false, texts: false } }
    await open()
    expect(button(/^企业微信/)).toBeInTheDocument()
    for (const name of [/^微信服务通知/, /^邮件/, /^邀请短信/])
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument()
  })

  it('may be none at all: the inbox has everything', async () => {
    setting = { ...all, open: { wecom: false, subscribe: false, email: false, texts: false } }
    await open()
    expect(screen.getByText(/公司还没有开通别的提醒方式/)).toBeInTheDocument()
  })

  it.each([
    [/^企业微信/, { wecom: false }],
    [/^微信服务通知/, { subscribe: false }],
    [/^邮件/, { email: true }],
    [/^每周一句进展/, { weekly: false }],
  ])('%p changes with one tap and says that it is saved', async (name, choice) => {
    await open()
    const before = button(name).getAttribute('aria-pressed')
    await tap(name)
    expect(saved()).toEqual([expect.objectContaining(choice)])
    expect(button(name).getAttribute('aria-pressed')).not.toBe(before)
    expect(screen.getByRole('status')).toHaveTextContent('已保存')
  })

  it('go back when it could not be saved, and say so', async () => {
    await open()
    replies['notice.save'] = { ok: false, code: 'internal', message: '' }
    await tap(/^企业微信/)
    expect(button(/^企业微信/)).toHaveAttribute('aria-pressed', 'true')
    expect(screen.getByRole('alert')).toHaveTextContent('没有保存，已恢复原来的选择')
  })

  it('say what happens without texts', async () => {
    await open()
    await tap(/^邀请短信/)
    expect(button(/^邀请短信/)).toHaveTextContent('不再给你的号码发邀请短信')
    expect(button(/^邀请短信/)).toHaveTextContent('登录验证码照常发')
  })
})

describe('WeChat’s messages', () => {
  it('say how many are left, and where another one can be asked for', async () => {
    await open()
    expect(screen.getByText('还能收到 3 次微信提醒')).toBeInTheDocument()
    expect(screen.getByText('在微信里打开小程序，就能再要一次')).toBeInTheDocument()
  })

  it('ask for another one in the tap, and count it', async () => {
    const tapped = jest.fn()
    jest.mocked(useNews).mockReturnValue({ ...nothing, offer: 'ask', credits: 4, tap: tapped })
    await open()
    expect(screen.getByText('还能收到 4 次微信提醒')).toBeInTheDocument()
    fireEvent.click(button('再要一次'))
    expect(tapped).toHaveBeenCalledTimes(1)
  })

  it('say when none is left', async () => {
    setting = { ...all, credits: 0 }
    await open()
    expect(screen.getByText('微信提醒用完了，再要一次才收得到')).toBeInTheDocument()
  })
})

describe('the quiet hours', () => {
  it('are read in words, over midnight too', async () => {
    await open()
    expect(button(/^从 22:00/)).toBeInTheDocument()
    expect(button(/^到 次日 08:00/)).toBeInTheDocument()
  })

  it('are chosen by the hour, never both the same', async () => {
    await open()
    await tap(/^从 22:00/)
    const hours = within(screen.getByRole('dialog'))
    expect(hours.queryByRole('button', { name: '08:00' })).not.toBeInTheDocument()
    fireEvent.click(hours.getByRole('button', { name: '23:00' }))
    expect(await screen.findByRole('button', { name: /^从 23:00/ })).toBeInTheDocument()
    expect(saved()).toEqual([expect.objectContaining({ quietFrom: 1380, quietTo: 480 })])
  })

  it('can be given up, and taken up again as usual', async () => {
    await open()
    await tap(/^按时段免打扰/)
    expect(saved()).toEqual([expect.objectContaining({ quietFrom: 1320, quietTo: 1320 })])
    expect(screen.queryByRole('button', { name: /^从/ })).not.toBeInTheDocument()
    await tap(/^不设免打扰/)
    expect(saved().at(-1)).toMatchObject({ quietFrom: 1320, quietTo: 480 })
  })
})
