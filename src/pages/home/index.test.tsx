import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import * as taro from '@tarojs/taro'
import type { SentInvitation } from '@/contract/calls/invitation'
import type { Me } from '@/contract/calls/me'
import { call } from '@/services/cloud/call'
import { useSession } from '@/services/session'
import { rememberJob } from './job-choice/chosen-job'
import { useOpenJobs } from './job-choice/open-jobs'
import { useAnswers } from './phone/number-answers'
import { useRunning } from './running/running-store'
import { useHome } from './store'
import HomePage from '.'

jest.mock('@/services/cloud/call')
jest.mock('@/services/invitation-card', () => ({
  invitationTitle: () => '',
  invitationCard: () => ({}),
  neutralCard: () => ({}),
}))

const calls = jest.mocked(call)
const visitor: Me = {
  id: null,
  roles: ['visitor'],
  maskedPhone: null,
  employee: null,
  company: '星河科技',
  invitationsWaiting: 0,
  unread: 0,
  templates: [],
}
const person: Me = { ...visitor, id: 'p', roles: ['visitor', 'person'], maskedPhone: '139****0001' }
const lin: Me = { ...person, employee: { name: '林晓', department: '前端平台部', mayRefer: true } }
const job = { id: 'j', title: '高级前端工程师', city: '上海', department: '前端平台部', takesReferrals: true }
const invitation = {
  id: 'i',
  status: 'waiting',
  job,
  maskedPhone: '138****8000',
  sourceCode: '7K2Q-9M4X',
  textWords: '已交给短信通道',
  link: 'https://bole.example/i/t',
  relation: null,
  line: null,
  expiresAt: '2026-12-23T00:00:00.000Z',
} as unknown as SentInvitation
const counts = { all: 0, waiting: 0, active: 0, late: 0, ended: 0 }

let me: Me
const answers: Record<string, () => unknown> = {
  'me.get': () => me,
  'job.list': () => ({ jobs: [job] }),
  'progress.list': () => ({ items: [], counts, calendar: { fromHour: 9, toHour: 18, off: [], on: [] } }),
  'progress.sync': () => ({ cursor: '1:1:', changed: [], reset: false }),
  'invitation.check': () => ({ answer: 'taken', left: 20 }),
  'invitation.send': () => ({ invitation, already: false }),
  'invitation.endorse': () => ({ relation: 'friend', line: null }),
}

beforeEach(() => {
  for (const store of [useAnswers, useHome, useOpenJobs, useRunning, useSession]) {
    const { getInitialState, setState } = store as typeof useHome
    setState(getInitialState(), true)
  }
  rememberJob(null)
  calls.mockReset().mockImplementation((name) => {
    const reply = { ok: true, data: answers[name]?.() }
    return Promise.resolve(reply) as ReturnType<typeof call>
  })
})

async function open(who: Me) {
  me = who
  render(<HomePage />)
  await act(async () => undefined)
}
const asked = (name: string) => calls.mock.calls.filter(([asked]) => asked === name).map(([, input]) => input)
const type = (text: string) =>
  fireEvent.change(screen.getByLabelText('TA 的手机号'), { target: { value: text } })
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))

describe('the home page', () => {
  it('asks a visitor to prove the number and comes back here', async () => {
    await open(visitor)
    await tap('验证手机号')
    expect(taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/prove/index?next=home' })
  })

  it.each([
    ['a number that is not on the roster', person, /不在员工名册上/],
    [
      'an intern',
      { ...lin, employee: { name: '方子昂', department: '前端平台部', mayRefer: false } },
      /实习期间不能内推/,
    ],
  ])('tells %s why there is no form', async (_who, who, words) => {
    await open(who)
    expect(screen.getAllByText(words).length).toBeGreaterThan(0)
    expect(screen.queryByLabelText('TA 的手机号')).not.toBeInTheDocument()
  })

  it('refers to the job used last with eleven digits and one tap', async () => {
    rememberJob(job)
    await open(lin)
    type('13800138000')
    await tap('TA 已同意，发出邀请')
    expect(asked('invitation.send')).toEqual([
      expect.objectContaining({ phone: '+8613800138000', jobId: 'j' }),
    ])
    expect(screen.getByRole('dialog', { name: '邀请已生成' })).toBeInTheDocument()
    expect(screen.getByText('发给 138****8000')).toBeInTheDocument()
    expect(screen.getByText('7K2Q-9M4X')).toBeInTheDocument()
  })

  it('says right after sending that no text comes, beside the way to forward a card', async () => {
    rememberJob(job)
    const textWords = '这个号码暂时不能再发短信，请直接转发给 TA'
    answers['invitation.send'] = () => ({ invitation: { ...invitation, textWords }, already: false })
    await open(lin)
    type('13800138000')
    await tap('TA 已同意，发出邀请')
    expect(screen.getByText(textWords)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '转发到微信' })).toBeInTheDocument()
    answers['invitation.send'] = () => ({ invitation, already: false })
  })

  it('says before the tap that the remembered job has closed, and lets another be chosen instead of sending', async () => {
    rememberJob({ ...job, id: 'closed', title: '已关闭的职位' })
    await open(lin)
    expect(screen.getByText('这个职位已停止招聘，请换一个职位')).toBeInTheDocument()
    type('13800138000')
    await tap('TA 已同意，发出邀请')
    expect(asked('invitation.send')).toEqual([])
    await tap(/高级前端工程师/)
    expect(useHome.getState().draft.job).toMatchObject({ id: 'j' })
  })

  it('says at once that a number is taken, beside the field and on the button, which then sends nothing', async () => {
    await open(lin)
    type('13800138000')
    const taken = 'TA 已在流程中或受保护，暂时不能推荐'
    expect(await screen.findByRole('alert')).toHaveTextContent(taken)
    expect(screen.getByLabelText('TA 的手机号')).toHaveAttribute('aria-invalid', 'true')
    expect(screen.getByRole('button', { name: taken })).toHaveAttribute('aria-disabled', 'true')
    await tap(taken)
    expect(asked('invitation.send')).toEqual([])
    type('1380013800')
    expect(screen.getByRole('button', { name: 'TA 已同意，发出邀请' })).toBeInTheDocument()
  })

  it('promises nothing about typed words when the first question finds no cloud, and asks again', async () => {
    const away = { ok: false, code: 'unavailable', message: '' }
    calls.mockResolvedValueOnce(away as never)
    await open(lin)
    expect(screen.getByText('暂时连不上，连上后会自动打开')).toBeInTheDocument()
    await act(async () => void window.dispatchEvent(new Event('online')))
    expect(screen.getByText('今天想推荐谁？')).toBeInTheDocument()
  })

  it('adds the relation afterwards, and clears the number when the sheet is closed', async () => {
    await open(lin)
    type('13800138000')
    await tap('TA 已同意，发出邀请')
    await tap('朋友')
    expect(asked('invitation.endorse')).toEqual([expect.objectContaining({ id: 'i', relation: 'friend' })])
    await waitFor(() =>
      expect(screen.getByRole('button', { name: '朋友' })).toHaveAttribute('aria-pressed', 'true'),
    )
    await tap('完成')
    expect(screen.getByLabelText('TA 的手机号')).toHaveValue('')
  })
})
