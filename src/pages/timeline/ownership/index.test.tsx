import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Timeline } from '@/contract/calls/progress'
import type { Explanation } from '@/contract/calls/source'
import { call } from '@/services/cloud/call'
import type { Seat } from '../steps'
import { Ownership } from '.'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
/** A Tuesday, 10:00 in Shanghai. */
const now = new Date('2026-11-24T02:00:00Z')
const timeline = {
  id: 'a',
  owner: { name: '林晓', department: '前端平台部' },
  endedAt: null,
  protectedUntil: '2027-05-02T02:00:00.000Z',
} as Timeline
const explanation: Explanation = {
  sentences: ['你在 11 月 3 日接受了林晓的邀请，早于王磊的海报（11 月 5 日）'],
  owner: timeline.owner,
  mine: false,
  protectedUntil: timeline.protectedUntil,
  daysLeft: 159,
  again: false,
  log: [{ id: 'e', at: '2026-11-20T02:00:00.000Z', words: '陈思把你转到「前端架构师」，推荐人不变' }],
  mayClaim: true,
  mayObject: false,
  claims: [],
}
const objectionable: Explanation = { ...explanation, mayClaim: false, mayObject: true }

const answers: Record<string, unknown> = {}
const sent = (name: string) =>
  calls.mock.calls.filter(([asked]) => asked === name).map(([, input]) => input as object)

beforeEach(() => {
  Object.assign(answers, {
    'application.explain': { ok: true, data: explanation },
    'application.claimSource': { ok: true, data: { at: now.toISOString() } },
    'referral.object': { ok: true, data: { at: now.toISOString() } },
  })
  calls.mockReset().mockImplementation((name) => Promise.resolve(answers[name]) as never)
})

const show = (seat: Seat, change: Partial<Timeline> = {}) =>
  render(<Ownership timeline={{ ...timeline, ...change }} seat={seat} now={now} />)
const tap = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const write = (words: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value: words } })

it.each([
  ['candidate', timeline.owner, '林晓 · 前端平台部', true],
  ['candidate', null, '没有内推人', false],
  ['referrer', timeline.owner, '归你所有', true],
  ['referrer', null, '已调整', false],
] as const)('tells the %s whose it is, and until when', (seat, owner, words, dated) => {
  show(seat, { owner })
  expect(screen.getByText(words)).toBeInTheDocument()
  const date = screen.queryByText('保护期至 5 月 2 日，还剩 159 天')
  expect(date !== null).toBe(dated)
  expect(calls).not.toHaveBeenCalled()
})

it('unfolds why and what happened since, and folds them again', async () => {
  show('candidate')
  await tap('为什么记在这里')
  expect(sent('application.explain')).toEqual([{ as: 'candidate', id: 'a' }])
  expect(screen.getByText(/早于王磊的海报/)).toBeInTheDocument()
  expect(screen.getByRole('listitem')).toHaveTextContent('11 月 20 日陈思把你转到「前端架构师」，推荐人不变')
  await tap('为什么记在这里')
  expect(screen.queryByText(/早于王磊的海报/)).not.toBeInTheDocument()
})

it('says when it could not be loaded, and tries again', async () => {
  answers['application.explain'] = { ok: false, code: 'internal', message: '' }
  show('candidate')
  await tap('为什么记在这里')
  expect(screen.getByRole('alert')).toHaveTextContent('没有加载出来')
  answers['application.explain'] = { ok: true, data: explanation }
  await tap('再试一次')
  expect(screen.getByText(/早于王磊的海报/)).toBeInTheDocument()
})

it('asks again when the timeline has changed under an open explanation', async () => {
  const { rerender } = show('candidate')
  await tap('为什么记在这里')
  await act(async () => rerender(<Ownership timeline={{ ...timeline }} seat='candidate' now={now} />))
  expect(sent('application.explain')).toHaveLength(2)
})

it.each([
  ['candidate', explanation, '推荐我的是另一位同事', '交给 HR 核对', 'application.claimSource', '已交给 HR'],
  ['referrer', objectionable, '我有异议', '提交异议', 'referral.object', '异议已提交'],
] as const)(
  'lets the %s say that it is wrong, and tells what comes next',
  async (seat, allowed, way, deed, name, after) => {
    answers['application.explain'] = { ok: true, data: allowed }
    show(seat)
    await tap('为什么记在这里')
    await tap(way)
    write('是数据部的王磊')
    await tap(deed)
    expect(sent(name)).toEqual([expect.objectContaining({ id: 'a', words: '是数据部的王磊' })])
    expect(screen.getByRole('dialog', { name: after })).toHaveTextContent('结论')
    await tap('知道了')
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    // What was said is part of the log now.
    expect(sent('application.explain')).toHaveLength(2)
  },
)

it('keeps the words when they were refused, also while the sheet is closed', async () => {
  answers['application.claimSource'] = { ok: false, code: 'text-refused', message: '' }
  show('candidate')
  await tap('为什么记在这里')
  await tap('推荐我的是另一位同事')
  write('是数据部的王磊')
  await tap('交给 HR 核对')
  expect(screen.getByRole('alert')).toHaveTextContent('请换个说法')
  await tap('再想想')
  await tap('推荐我的是另一位同事')
  expect(screen.getByRole('textbox')).toHaveValue('是数据部的王磊')
})

it('offers no way to object a second time', async () => {
  answers['application.explain'] = { ok: true, data: { ...objectionable, mayObject: false } }
  show('referrer')
  await tap('为什么记在这里')
  expect(screen.queryByRole('button', { name: '我有异议' })).not.toBeInTheDocument()
})

it('asks somebody whom nobody referred who it was', async () => {
  show('candidate', { owner: null })
  await tap('为什么记在这里')
  expect(screen.getByRole('button', { name: '其实有同事推荐过我' })).toBeInTheDocument()
})
