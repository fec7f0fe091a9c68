import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { CallName } from '@/contract/calls'
import type { ShareLanding } from '@/contract/calls/share'
import { OWN_CHANNELS } from '@/domain/own-share'
import { call } from '@/services/cloud'
import { useSession } from '@/services/session'
import InvitationPage from '..'
import { FROM_WORDS } from './words'
import { openedWith } from '@/testing/taro'

jest.mock('@/services/cloud', () => {
  const call = jest.fn()
  const callAgain = (name: string, input: unknown) => ({
    reply: call(name, input) as unknown,
    cancel: jest.fn(),
  })
  return { ...jest.requireActual<object>('@/services/cloud'), call, callAgain }
})
jest.mock('@/services/entry', () => ({
  visitorId: () => 'a-browser-of-its-own',
  openedWith: () => ({ scene: 1047 }),
}))

const TOKEN = 'abcdefghijklmnopqrstuv'
const card = {
  ...{ id: 'k', title: '数据分析师', department: '数据部', city: '杭州', headcount: 1 },
  ...{ status: 'open' as const, closesOn: null, takesReferrals: true },
}
const job = {
  ...card,
  ...{ id: 'j', title: '高级前端工程师', description: '', softTraits: [] },
  ...{ hardRequirements: ['5 年以上 Web 前端'], challenges: ['存量代码十年'] },
}
const landing: ShareLanding = {
  ...{ kind: 'share', company: '星河科技', channel: 'poster', job, jobs: [], own: false },
  referrer: { name: '林晓', department: '前端平台部' },
  applicationId: null,
  invitationsWaiting: 0,
}
let replies: Partial<Record<CallName, unknown>>
const asked = (name: CallName) =>
  jest
    .mocked(call)
    .mock.calls.filter(([one]) => one === name)
    .map(([, input]) => input)
const opens = async (change: Partial<ShareLanding> = {}) => {
  replies['share.open'] = { ok: true, data: { ...landing, ...change } }
  await act(async () => void render(<InvitationPage />))
}
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const goes = (url: string) => expect(Taro.navigateTo).toHaveBeenCalledWith({ url })

beforeEach(() => {
  jest.clearAllMocks()
  openedWith({ token: TOKEN })
  useSession.setState(useSession.getInitialState(), true)
  replies = { 'me.get': { ok: true, data: { id: null } }, 'job.list': { ok: true, data: { jobs: [card] } } }
  jest.mocked(call).mockImplementation((name) => Promise.resolve(replies[name]) as never)
})

describe('where a share leads', () => {
  it('tells who recommends, by which door one came, the job with what is hard, and what is stored', async () => {
    await opens()
    for (const words of [
      '林晓 推荐这个职位',
      '星河科技 · 前端平台部',
      '来自 TA 的海报',
      /海报谁都能扫，不代表 TA 认识你/,
      '5 年以上 Web 前端',
      '存量代码十年',
      '扫码不会留下你的号码；投递时才验证手机号。',
    ]) {
      expect(screen.getByText(words)).toBeInTheDocument()
    }
  })

  it('tells the cloud who looks and by which scene, read from the scene of a 小程序码', async () => {
    openedWith({ scene: TOKEN })
    await opens()
    expect(asked('share.open')).toEqual([{ token: TOKEN, visitor: 'a-browser-of-its-own', scene: 1047 }])
  })

  it.each(OWN_CHANNELS)('says what a %s is', async (channel) => {
    await opens({ channel })
    expect(screen.getByText(FROM_WORDS[channel])).toBeInTheDocument()
  })

  it('asks whoever applies for a number first, and keeps the token', async () => {
    await opens()
    await tap('投递这个职位')
    goes(`/pages/prove/index?next=apply&token=${TOKEN}`)
  })

  it('leads whoever has proved one straight to applying', async () => {
    replies['me.get'] = { ok: true, data: { id: 'p' } }
    await opens()
    await tap('投递这个职位')
    goes(`/pages/apply/index?token=${TOKEN}`)
  })

  it('shows the progress to whoever has applied', async () => {
    await opens({ applicationId: 'a' })
    expect(screen.queryByRole('button', { name: '投递这个职位' })).not.toBeInTheDocument()
    await tap('查看进度')
    goes('/pages/timeline/index?id=a')
  })

  it.each([
    ['for no job', { job: null, jobs: [card] }],
    ['whose job has closed', { job: { ...job, takesReferrals: false }, jobs: [card] }],
  ])('lists the open jobs of a share %s, and the token goes along', async (_which, change) => {
    await opens(change)
    expect(screen.getByText('林晓 推荐星河科技的职位')).toBeInTheDocument()
    await tap(/数据分析师/)
    goes(`/pages/job/index?id=k&token=${TOKEN}`)
  })

  it('says so when nothing is open', async () => {
    await opens({ job: null, jobs: [] })
    expect(screen.getByText('眼下没有在招的职位')).toBeInTheDocument()
  })

  it('tells its owner what others see, and offers neither applying nor reporting', async () => {
    await opens({ own: true })
    expect(screen.getByText('这是你自己的海报，别人打开看到的就是这样。')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /投递|买来/ })).not.toBeInTheDocument()
    await tap('管理我的海报和链接')
    goes('/shares/list/index')
  })

  it.each([
    [1, '你还有一份同事的邀请'],
    [3, '你还有 3 份同事的邀请'],
  ])('leads to %d waiting invitations', async (invitationsWaiting, words) => {
    await opens({ invitationsWaiting })
    await tap(new RegExp(`^${words}`))
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/progress/index' })
  })
})

describe('a code that was bought', () => {
  const report = '这个内推码是我买来的'

  it('is reported after one confirmation, with thanks', async () => {
    replies['share.report'] = { ok: true, data: {} }
    await opens()
    await tap(report)
    await tap('不是')
    expect(asked('share.report')).toEqual([])
    await tap(report)
    await tap('告诉公司')
    expect(screen.getByRole('status')).toHaveTextContent('谢谢，已经告诉公司')
    expect(asked('share.report')).toEqual([
      { requestId: expect.any(String) as string, token: TOKEN, visitor: 'a-browser-of-its-own' },
    ])
  })

  it('is reported with the same request when the first one failed', async () => {
    replies['share.report'] = { ok: false, code: 'internal', message: '' }
    await opens()
    await tap(report)
    await tap('告诉公司')
    expect(screen.getByRole('alert')).toHaveTextContent('出了点问题')
    await tap(report)
    await tap('告诉公司')
    const [first, second] = asked('share.report')
    expect(second).toEqual(first)
  })
})
