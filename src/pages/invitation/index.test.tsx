import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { Landing } from '@/contract/calls/invitation'
import type { CallName } from '@/contract/calls'
import { call } from '@/services/cloud'
import InvitationPage from '.'
import { openedWith } from '@/testing/taro'

jest.mock('@/services/cloud', () => {
  const call = jest.fn()
  const callAgain = (name: string, input: unknown) => ({
    reply: call(name, input) as unknown,
    cancel: jest.fn(),
  })
  return { ...jest.requireActual<object>('@/services/cloud'), call, callAgain }
})

const landing: Landing = {
  kind: 'invitation',
  invitationId: 'i',
  company: '星河科技',
  status: 'opened',
  referrer: { name: '林晓', department: '前端平台部' },
  relation: 'former-colleague',
  line: '你做过的那套构建提速，正是我们现在最缺的。',
  job: {
    ...{
      id: 'j',
      title: '高级前端工程师',
      department: '前端平台部',
      city: '上海',
      headcount: 2,
      status: 'open',
    },
    ...{ closesOn: '2026-12-31', takesReferrals: true, description: '', softTraits: [] },
    hardRequirements: ['5 年以上 Web 前端'],
    challenges: ['存量代码十年'],
  },
  phoneTail: '00',
  sentAt: '2026-11-22T02:00:00.000Z',
  expiresAt: '2026-12-22T02:00:00.000Z',
  addressee: false,
  otherNumber: false,
  applicationId: null,
}
const job = { ...landing.job, id: 'k', title: '数据分析师', city: '杭州' }
let replies: Partial<Record<CallName, unknown>>
const asked = (name: CallName) => jest.mocked(call).mock.calls.filter(([one]) => one === name)
const opens = (change: Partial<Landing>) => {
  replies['share.open'] = { ok: true, data: { ...landing, ...change } }
  render(<InvitationPage />)
}
const tap = async (name: string) => {
  const button = await screen.findByRole('button', { name })
  await act(async () => void fireEvent.click(button))
}

beforeEach(() => {
  jest.clearAllMocks()
  openedWith({ token: 'the-token' })
  replies = { 'job.list': { ok: true, data: { jobs: [job] } } }
  jest.mocked(call).mockImplementation((name) => Promise.resolve(replies[name]) as never)
})

describe('the invitation', () => {
  it('tells who invites, to what, what is hard about it, and what is stored, with no login', async () => {
    opens({})
    for (const words of [
      '林晓 邀请你看看这个机会',
      '星河科技 · 前端平台部 · 你的前同事',
      '5 年以上 Web 前端',
      '存量代码十年',
      '12 月 31 日截止',
      /尾号 00.*30 天后/,
    ]) {
      expect(await screen.findByText(words)).toBeInTheDocument()
    }
  })

  it('asks whoever accepts to prove the number first', async () => {
    opens({})
    await tap('接受邀请并投递')
    await screen.findByRole('button', { name: '接受邀请并投递' })
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: '/pages/prove/index?next=invitation&token=the-token',
    })
    expect(asked('invitation.accept')).toEqual([])
  })

  it('accepts for the addressee and goes on to apply', async () => {
    replies['invitation.accept'] = { ok: true, data: { id: 'i', jobId: 'j' } }
    opens({ addressee: true })
    await tap('接受邀请并投递')
    await screen.findByRole('button', { name: '继续投递' })
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/apply/index?token=the-token' })
  })

  it('shows the timeline to whoever has applied', async () => {
    opens({ addressee: true, status: 'applied', applicationId: 'a' })
    await screen.findByText('查看进度')
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/timeline/index?id=a' })
  })

  it('says so when another number was proven, and offers the job', async () => {
    opens({ otherNumber: true })
    expect(await screen.findByText(/发给尾号 00 的号码/)).toBeInTheDocument()
    await tap('看看这个职位')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/job/index?id=j' })
  })

  it('erases the number after one confirmation, and says what happened', async () => {
    replies['invitation.decline'] = { ok: true, data: { erased: true } }
    opens({})
    await tap('拒绝并删除我的号码')
    expect(asked('invitation.decline')).toEqual([])
    await tap('确认删除')
    expect(await screen.findByText('你的号码已经删除')).toBeInTheDocument()
    expect(asked('invitation.decline')[0]?.[1]).toMatchObject({ token: 'the-token', erase: true })
  })

  it('declines after one confirmation and tells when the number goes; changing one’s mind sends nothing', async () => {
    replies['invitation.decline'] = { ok: true, data: { erased: false } }
    opens({})
    await tap('暂不考虑')
    await tap('再想想')
    expect(asked('invitation.decline')).toEqual([])
    await tap('暂不考虑')
    const yes = (await screen.findAllByRole('button', { name: '暂不考虑' })).pop()
    await act(async () => void (yes && fireEvent.click(yes)))
    expect(await screen.findByText(/最晚在 12 月 22 日自动删除/)).toBeInTheDocument()
  })

  it.each([
    ['share-unknown', /这个链接打不开/],
    ['share-ended', /这份邀请已失效/],
  ] as const)('shows open jobs for %s', async (code, words) => {
    replies['share.open'] = { ok: false, code, message: '' }
    render(<InvitationPage />)
    expect(await screen.findByText(words)).toBeInTheDocument()
    expect(screen.getByText('数据分析师')).toBeInTheDocument()
  })

  it('asks who told about it when it leads nowhere, and goes on with their code', async () => {
    replies['share.open'] = { ok: false, code: 'share-ended', message: '' }
    replies['share.findCode'] = { ok: true, data: { token: 'the-other-token' } }
    render(<InvitationPage />)
    await screen.findByText('谁告诉你的？')
    fireEvent.change(screen.getByLabelText('内推码'), { target: { value: '7k2q 9m4x' } })
    await tap('找到推荐我的同事')
    expect(asked('share.findCode')).toEqual([['share.findCode', { code: '7K2Q9M4X' }]])
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/invitation/index?token=the-other-token' })
  })

  it('offers another try when the cloud is away', async () => {
    replies['share.open'] = { ok: false, code: 'unavailable', message: '' }
    render(<InvitationPage />)
    await screen.findByRole('alert')
    opens({})
    await tap('再试一次')
    expect((await screen.findAllByText('林晓 邀请你看看这个机会')).length).toBeGreaterThan(0)
  })
})
