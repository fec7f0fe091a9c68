import { call } from '@/services/cloud/call'
import type { SentInvitation } from '@/contract/calls/invitation'
import { recallJob, rememberJob } from './job-choice/chosen-job'
import { useHome } from './store'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const away = { ok: false as const, code: 'unavailable' as const, message: '' }
const invitation = { id: 'i', token: 't', status: 'waiting' } as SentInvitation
const sent = { ok: true as const, data: { invitation, already: false } }
const job = { id: 'j', title: '高级前端工程师', city: '上海' }

const home = () => useHome.getState()
const inputs = () => calls.mock.calls.map(([, input]) => input as { requestId: string })

beforeEach(() => {
  calls.mockReset().mockResolvedValue(sent)
  useHome.setState(useHome.getInitialState(), true)
  rememberJob(null)
})

describe('sending an invitation', () => {
  it('sends the number with the job that was used last', async () => {
    rememberJob(job)
    home().takeJob()
    home().typePhone('13800138000')
    await home().send()
    expect(calls).toHaveBeenCalledWith('invitation.send', {
      requestId: expect.any(String),
      phone: '+8613800138000',
      jobId: 'j',
      relation: null,
      line: null,
      consent: true,
    })
    expect(home().phase).toEqual({ name: 'sent', invitation, already: false })
  })

  it.each([
    ['', '请先输入 TA 的手机号'],
    ['1380013800', '这不像手机号，请检查'],
  ])('says beside the field what is wrong with “%s” and keeps it', async (typed, words) => {
    home().typePhone(typed)
    const before = home().draft
    await home().send()
    expect(home().phase).toEqual({ name: 'editing', problem: { at: 'phone', words } })
    expect(home().draft).toEqual(before)
    expect(calls).not.toHaveBeenCalled()
  })

  it('takes the words back as soon as something is typed', async () => {
    await home().send()
    home().typePhone('1')
    expect(home().phase).toEqual({ name: 'editing' })
  })

  it('sends once for a double tap', async () => {
    home().typePhone('13800138000')
    await Promise.all([home().send(), home().send()])
    expect(calls).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['self-referral', 'phone', '这是你自己的号码，不能推荐自己'],
    ['job-closed', 'job', '这个职位已停止招聘，请换一个职位'],
    ['text-refused', 'line', '这段文字没有通过内容检查，请换个说法'],
    ['internal', 'form', '出了点问题，内容已保留，请稍后再试'],
  ] as const)('tells %s beside its cause', async (code, at, words) => {
    calls.mockResolvedValue({ ok: false, code, message: '' })
    home().typePhone('13800138000')
    await home().send()
    expect(home().phase).toEqual({ name: 'editing', problem: { at, words } })
  })

  it('sends the same request again after a failure, and another one for other words', async () => {
    calls.mockResolvedValue({ ok: false, code: 'internal', message: '' })
    home().typePhone('13800138000')
    await home().send()
    await home().send()
    home().endorse({ relation: 'friend' })
    await home().send()
    const [first, second, third] = inputs().map(({ requestId }) => requestId)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('closing the sheet clears the number and the line, and keeps the job', async () => {
    home().chooseJob(job)
    home().typePhone('13800138000')
    home().endorse({ line: '一起做过项目，很靠谱' })
    await home().send()
    home().finish()
    expect(home().draft).toMatchObject({ phone: { typed: '' }, line: '', job })
    expect(home().phase).toEqual({ name: 'editing' })
  })
})

describe('while the cloud is away', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('waits in sight, keeps what was typed and sends the same request again', async () => {
    calls.mockResolvedValueOnce(away).mockResolvedValueOnce(away)
    home().typePhone('13800138000')
    const sending = home().send()
    await jest.advanceTimersByTimeAsync(0)
    expect(home().phase).toEqual({ name: 'sending', waiting: true })
    home().typePhone('')
    await jest.advanceTimersByTimeAsync(3000)
    await sending
    expect(home().phase.name).toBe('sent')
    expect(new Set(inputs().map(({ requestId }) => requestId)).size).toBe(1)
    expect(home().draft.phone.typed).toBe('138 0013 8000')
  })

  it('stops when told so, with everything still in the form', async () => {
    calls.mockResolvedValue(away)
    home().typePhone('13800138000')
    const sending = home().send()
    await jest.advanceTimersByTimeAsync(0)
    home().giveUp()
    await sending
    expect(home().phase).toEqual({ name: 'editing' })
    expect(home().draft.phone.typed).toBe('138 0013 8000')
  })
})

describe('what is pasted', () => {
  it('is read for a number', () => {
    home().pastePhone('王敏 138-0013-8000')
    expect(home().draft.phone.typed).toBe('138 0013 8000')
  })

  it('leaves the field alone when there is no number in it', () => {
    home().typePhone('138')
    home().pastePhone('明天见')
    expect(home().draft.phone.typed).toBe('138')
    expect(home().phase).toMatchObject({ problem: { at: 'phone' } })
  })
})

describe('the job on this device', () => {
  it('is remembered when chosen and forgotten when none is wanted', () => {
    home().chooseJob(job)
    expect(recallJob()).toEqual(job)
    home().chooseJob(null)
    expect(recallJob()).toBeNull()
  })
})
