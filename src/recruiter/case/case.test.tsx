import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { Timeline } from '@/contract/calls/progress'
import type { Explanation, OpenClaim } from '@/contract/calls/source'
import { call } from '@/services/cloud/call'
import { Case } from './case'
import { openCaseFile } from './case-file'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const owner = { name: '林晓', department: '前端平台部' }
const job = { id: 'j', title: '高级前端工程师', city: '上海', department: '前端平台部' }
const timeline = {
  ...{ id: 'a', version: 4, name: '周宁', maskedPhone: null, job, stage: 'screening', round: 1 },
  ...{ dueAt: null, endedAt: null, protectedUntil: '2027-05-02T02:00:00.000Z', owner, handler: '陈思' },
  ...{ events: [], note: null, resume: null, relation: null, line: null, paused: null, nudges: [] },
  calendar: { fromHour: 9, toHour: 18, off: [], on: [] },
} as unknown as Timeline
const claim: OpenClaim = {
  ...{ id: 'c', kind: 'claimed', applicationId: 'a', candidate: '周宁', job: job.title, by: '周宁' },
  ...{ words: '是王磊推荐的', owner, at: '2026-11-20T00:00:00.000Z' },
}
const explanation: Explanation = {
  ...{ sentences: ['记在林晓名下：候选人在 11 月 3 日接受了 TA 的邀请。'], owner, mine: false, again: false },
  ...{ protectedUntil: timeline.protectedUntil, daysLeft: 159, log: [], mayClaim: false, mayObject: false },
  claims: [claim],
}
const wang = { id: 'w', name: '王磊', department: '数据部', employeeNumber: 'E1024' }
const analyst = { ...job, id: 'j2', title: '数据分析师', department: '数据部', takesReferrals: true }
const byChen = {
  ...{ id: 'e', at: '2026-11-23T02:00:00.000Z', from: 'screening', to: 'review', round: 1, text: null },
  internal: { by: '陈思', candidateText: null, referrerText: null, note: null, reason: null },
} as Timeline['events'][number]

let answers: Record<string, unknown>
const ok = (data: unknown) => ({ ok: true, data })
const sent = (name: string) => calls.mock.calls.filter(([asked]) => asked === name).map(([, input]) => input)

beforeEach(() => {
  answers = {
    'progress.get': ok(timeline),
    'application.explain': ok(explanation),
    'employee.find': ok({ employees: [wang] }),
    'job.list': ok({ jobs: [{ ...job, takesReferrals: true }, analyst] }),
  }
  calls.mockReset().mockImplementation((name) => Promise.resolve(answers[name]) as never)
})

async function open() {
  const file = openCaseFile('a')
  render(<Case file={file} />)
  await act(() => file.load())
}
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })

describe('who waits for whom', () => {
  const late = '2020-01-01T00:00:00.000Z'
  const ahead = '2099-12-02T02:00:00.000Z'
  const paused = { until: ahead, reason: '手上的项目下周才交付' }

  it('shows who nudged, how often, and that somebody else was asked too', async () => {
    const nudges = [
      { at: '2026-11-25T01:00:00.000Z', by: '王磊', escalated: false },
      { at: '2026-11-30T01:00:00.000Z', by: '王磊', escalated: true },
    ]
    answers['progress.get'] = ok({ ...timeline, dueAt: late, nudges })
    await open()
    expect(screen.getByText(/^已超时/)).toBeInTheDocument()
    expect(screen.getByText(/^王磊催了 2 次，最近一次 11-30 09:00，已同时请/)).toBeInTheDocument()
  })

  it.each([
    ['with the reason', paused, '候选人想缓一缓，到那天之前不计时：“手上的项目下周才交付”'],
    ['also without one', { ...paused, reason: null }, '候选人想缓一缓，到那天之前不计时，没有写原因'],
  ])('shows that the candidate asked for time, %s', async (_how, asked, words) => {
    answers['progress.get'] = ok({ ...timeline, dueAt: ahead, paused: asked })
    await open()
    expect(screen.getByText('已暂停到 12 月 2 日')).toBeInTheDocument()
    expect(screen.getByText(words)).toBeInTheDocument()
  })

  it('says nothing of it once the time is over', async () => {
    answers['progress.get'] = ok({ ...timeline, dueAt: ahead, paused: { ...paused, until: late } })
    await open()
    expect(screen.queryByText(/想缓一缓/)).not.toBeInTheDocument()
    expect(screen.getByText(/^还剩/)).toBeInTheDocument()
  })
})

describe('who owns it', () => {
  it('is explained with everything', async () => {
    await open()
    expect(screen.getByText(/候选人在 11 月 3 日接受了 TA 的邀请/)).toBeInTheDocument()
    expect(sent('application.explain')).toEqual([{ as: 'recruiter', id: 'a' }])
  })

  it('is decided with a colleague and a reason where it is contested', async () => {
    await open()
    expect(screen.getByText('“是王磊推荐的”')).toBeInTheDocument()
    await tap('改为…')
    write('改归哪位同事', '王')
    await screen.findByRole('button', { name: /^王磊/ })
    await tap(/^王磊/)
    write('理由（必填，只有招聘同事看得到）', '有聊天记录')
    answers['application.ruleSource'] = ok({ owner: wang })
    answers['application.explain'] = ok({ ...explanation, claims: [], owner: wang })
    await tap('改归王磊所有')
    expect(sent('application.ruleSource')).toEqual([
      expect.objectContaining({ owner: { kind: 'employee', employeeId: 'w' }, reason: '有聊天记录' }),
    ])
    expect(screen.getByText(/^已裁定：归王磊所有/)).toBeInTheDocument()
    expect(screen.queryByText('“是王磊推荐的”')).not.toBeInTheDocument()
  })

  it('says beside the search that a colleague may not own it', async () => {
    await open()
    await tap('改为…')
    write('改归哪位同事', '王')
    await screen.findByRole('button', { name: /^王磊/ })
    await tap(/^王磊/)
    write('理由（必填，只有招聘同事看得到）', '有聊天记录')
    answers['application.ruleSource'] = { ok: false, code: 'owner-impossible', message: '' }
    await tap('改归王磊所有')
    expect(screen.getByRole('alert')).toHaveTextContent('这位同事不能成为归属人')
  })

  it('may be corrected where nobody contests it', async () => {
    answers['application.explain'] = ok({ ...explanation, claims: [] })
    await open()
    await tap('更正归属')
    expect(screen.queryByRole('button', { name: '维持' })).not.toBeInTheDocument()
    await tap('无人归属')
    write('理由（必填，只有招聘同事看得到）', '重复登记')
    answers['application.ruleSource'] = ok({ owner: null })
    await tap('改为无人归属')
    expect(screen.getByText(/^已裁定：无人归属/)).toBeInTheDocument()
  })

  it('leaves the rest of the case in sight when it cannot be explained', async () => {
    answers['application.explain'] = { ok: false, code: 'internal', message: '' }
    await open()
    expect(screen.getByText('归属说明没有加载出来')).toBeInTheDocument()
    expect(screen.getByRole('heading', { name: '周宁' })).toBeInTheDocument()
  })
})

describe('moving to another job', () => {
  async function written() {
    await open()
    await tap('转到其他职位')
    const offered = within(screen.getByRole('list', { name: '在招的职位' })).getAllByRole('listitem')
    expect(offered.map(({ textContent }) => textContent)).toEqual([expect.stringContaining('数据分析师')])
    await tap(/^数据分析师/)
    write('告诉候选人', '我们想请你看看数据分析师')
  }

  it('sends both texts and tells what each side was told, without calling it news', async () => {
    await written()
    answers['application.transfer'] = ok({ stage: 'screening', version: 5 })
    answers['progress.get'] = ok({ ...timeline, version: 5, job: analyst })
    await tap('转到数据分析师，并告诉双方')
    expect(sent('application.transfer')).toEqual([
      expect.objectContaining({ version: 4, jobId: 'j2', candidateText: '我们想请你看看数据分析师' }),
    ])
    expect(screen.getByText('已转到「数据分析师」，已经告诉：')).toBeInTheDocument()
    expect(screen.queryByText(/刚刚更新了这条进度/)).not.toBeInTheDocument()
  })

  it('shows the latest when a colleague was faster, and keeps what was written', async () => {
    await written()
    answers['application.transfer'] = { ok: false, code: 'stage-conflict', message: '' }
    answers['progress.get'] = ok({ ...timeline, version: 5, stage: 'review', events: [byChen] })
    await tap('转到数据分析师，并告诉双方')
    expect(screen.getByText(/陈思刚刚更新了这条进度，现在是「用人部门评估」/)).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: '告诉候选人' })).toHaveValue('我们想请你看看数据分析师')
  })

  it('is not offered after an end', async () => {
    answers['progress.get'] = ok({ ...timeline, stage: 'rejected', endedAt: '2026-11-20T00:00:00.000Z' })
    await open()
    expect(screen.queryByRole('button', { name: '转到其他职位' })).not.toBeInTheDocument()
  })
})
