import { act, fireEvent, render, screen } from '@testing-library/react'
import type { CallName } from '@/contract/calls'
import { call } from '@/services/cloud/call'
import { useSession } from '@/services/session'
import { share as sharing } from '@/services/share'
import CardPage from '.'
import { openedWith } from '@/testing/taro'

jest.mock('@/services/cloud/call')
jest.mock('@/services/picture', () => ({
  makeCardPicture: jest.fn().mockResolvedValue({ path: 'blob:card', width: 500, height: 400 }),
}))

const calls = jest.mocked(call)
const lin = {
  id: 'p',
  company: '星河科技',
  employee: { name: '林晓', department: '前端平台部', mayRefer: true },
}
const job = { id: 'j', title: '数据分析师', city: '杭州', takesReferrals: true }
const card = {
  id: 'c',
  channel: 'card',
  name: null,
  title: null,
  job,
  token: 't',
  link: 'https://bole.example/i/t',
}
const USUAL = '林晓推荐你看看星河科技的数据分析师 · 杭州'
let replies: Partial<Record<CallName, unknown>>

beforeEach(() => {
  jest.useFakeTimers()
  openedWith({ job: 'j' })
  useSession.setState(useSession.getInitialState(), true)
  replies = {
    'me.get': { ok: true, data: lin },
    'job.get': { ok: true, data: job },
    'share.list': { ok: true, data: { shares: [] } },
  }
  calls.mockReset().mockImplementation((name, input) => {
    const { title } = input as { title?: string }
    const made = { ok: true, data: { share: { ...card, title: title ?? null }, already: false } }
    return Promise.resolve(replies[name] ?? made) as ReturnType<typeof call>
  })
})
afterEach(() => jest.useRealTimers())

const open = () => act(async () => void render(<CardPage />))
const forward = () => screen.getByRole('button', { name: '转发' })

it('shows the card as it will be read, with its own picture, and forwards its link', async () => {
  const link = jest.spyOn(sharing, 'shareLink').mockResolvedValue('copied')
  await open()
  expect(screen.getByText(USUAL)).toBeInTheDocument()
  expect(screen.getByRole('img')).toHaveAttribute('src', 'blob:card')
  await act(async () => void fireEvent.click(forward()))
  expect(link).toHaveBeenCalledWith({ title: USUAL, url: card.link })
})

it('keeps a title of one’s own after a pause, and forwards nothing before', async () => {
  await open()
  fireEvent.change(screen.getByLabelText('标题'), { target: { value: '来和我做收银台' } })
  expect(forward()).toHaveAttribute('aria-disabled', 'true')
  await act(() => jest.advanceTimersByTimeAsync(600))
  expect(calls).toHaveBeenCalledWith('share.create', expect.objectContaining({ title: '来和我做收银台' }))
  expect(forward()).toHaveAttribute('aria-disabled', 'false')
})

it('says why a title is refused, beside it', async () => {
  await open()
  replies['share.create'] = { ok: false, code: 'text-refused', message: '' }
  fireEvent.change(screen.getByLabelText('标题'), { target: { value: '加我微信' } })
  await act(() => jest.advanceTimersByTimeAsync(600))
  expect(screen.getByRole('alert')).toHaveTextContent('没有通过内容检查')
  expect(forward()).toHaveAttribute('aria-disabled', 'true')
})

it('leads to open jobs when this one has closed', async () => {
  replies['job.get'] = { ok: true, data: { ...job, takesReferrals: false } }
  await open()
  expect(screen.getByText('这个职位已停止招聘')).toBeInTheDocument()
})
