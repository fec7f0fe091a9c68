import { act, render, screen } from '@testing-library/react'
import { call } from '@/services/cloud/call'
import { startFor } from '../start-for'
import { useHome } from '../store'
import { useAnswers } from './number-answers'
import { useNumberAnswer } from './use-number-answer'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const answers = (reply: unknown) => calls.mockResolvedValue(reply as never)
const said = (answer: 'free' | 'taken') => ({ ok: true, data: { answer, left: 20 } })
const failed = (code: string, retryAfter?: number) => ({ ok: false, code, message: '', retryAfter })
const asked = () => calls.mock.calls.map(([, input]) => (input as { phone: string }).phone)

function Form() {
  const answer = useNumberAnswer()
  return <p>{answer ? `${answer.words}${answer.taken ? ' [taken]' : ''}` : 'nothing'}</p>
}

const type = (text: string) => act(() => useHome.getState().typePhone(text))
const wait = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))
const shown = () => screen.getByText(/./).textContent

beforeEach(() => {
  jest.useFakeTimers()
  calls.mockReset()
  for (const store of [useHome, useAnswers]) {
    const { getInitialState, setState } = store as typeof useHome
    setState(getInitialState(), true)
  }
})
afterEach(() => jest.useRealTimers())

it.each([
  ['taken', said('taken'), 'TA 已在流程中或受保护，暂时不能推荐 [taken]'],
  ['free', said('free'), 'nothing'],
  ['too many today', failed('rate-limited', 7200), '操作太频繁了，请 2 小时后再试'],
  ['the referrer’s own', failed('self-referral'), '这是你自己的号码，不能推荐自己'],
  ['not to be had from a cloud that is away', failed('unavailable'), 'nothing'],
  ['not to be had from a cloud that fails', failed('internal'), 'nothing'],
])('says beside the field of a number that is %s: %s', async (_what, reply, words) => {
  answers(reply)
  render(<Form />)
  type('13800138000')
  await wait(350)
  expect(shown()).toBe(words)
  expect(asked()).toEqual(['+8613800138000'])
})

it('asks about a complete number only, and after a pause', async () => {
  answers(said('free'))
  render(<Form />)
  type('1380013800')
  await wait(5000)
  type('13800138000')
  await wait(349)
  expect(asked()).toEqual([])
  await wait(1)
  expect(asked()).toHaveLength(1)
})

it('does not ask about a number that is typed over', async () => {
  answers(said('free'))
  render(<Form />)
  type('13800138000')
  await wait(200)
  type('13800138001')
  await wait(350)
  expect(asked()).toEqual(['+8613800138001'])
})

it('waits longer abroad, where a number could be complete before it is', async () => {
  answers(said('free'))
  render(<Form />)
  for (const typed of ['+65', '91234', '912345', '91234567']) {
    type(typed)
    await wait(1000)
  }
  expect(asked()).toEqual([])
  await wait(500)
  expect(asked()).toEqual(['+6591234567'])
})

it.each([
  ['answered', said('taken')],
  ['left unanswered', failed('unavailable')],
])('never asks again about a number that was %s', async (_how, reply) => {
  answers(reply)
  render(<Form />)
  type('13800138000')
  await wait(350)
  const before = shown()
  type('1380013800')
  expect(shown()).toBe('nothing')
  type('13800138000')
  expect(shown()).toBe(before)
  await wait(1000)
  expect(asked()).toHaveLength(1)
})

it('does not show the answer of one number beside another', async () => {
  let slow: (reply: unknown) => void = () => undefined
  calls.mockReturnValueOnce(new Promise((resolve) => (slow = resolve)) as never)
  answers(said('free'))
  render(<Form />)
  type('13800138000')
  await wait(350)
  type('13800138001')
  await act(async () => slow(said('taken')))
  expect(shown()).toBe('nothing')
})

it('lets the number be sent before there is an answer, and does not ask about it afterwards', async () => {
  calls.mockImplementation((name) => {
    const reply = name === 'invitation.send' ? failed('candidate-protected') : said('taken')
    return Promise.resolve(reply) as never
  })
  render(<Form />)
  type('13800138000')
  await act(() => useHome.getState().send())
  await wait(1000)
  expect(calls.mock.calls.map(([name]) => name)).toEqual(['invitation.send'])
  expect(shown()).toContain('[taken]')
})

it('forgets the answers when somebody else uses this device', async () => {
  answers(said('taken'))
  startFor('lin')
  render(<Form />)
  type('13800138000')
  await wait(350)
  act(() => startFor('wang'))
  expect(useAnswers.getState().answers).toEqual({})
})
