import { call } from '../cloud/call'
import { makeDispute, type Disputed } from '.'

jest.mock('../cloud/call')

const calls = jest.mocked(call)
const claim: Disputed = { as: 'candidate', id: 'a' }
const done = { ok: true, data: { at: '2026-11-24T02:00:00.000Z' } }
const failed = (code: string) => ({ ok: false, code, message: '' })
const answers = (...replies: unknown[]) =>
  replies.forEach((reply) => calls.mockResolvedValueOnce(reply as never))
const inputs = () => calls.mock.calls.map(([, input]) => input as { requestId: string })

beforeEach(() => calls.mockReset())

it.each([
  ['a claim', claim, 'application.claimSource', { id: 'a' }],
  [
    'an objection about an application',
    { as: 'referrer', kind: 'application', id: 'a' },
    'referral.object',
    { kind: 'application', id: 'a' },
  ],
  [
    'an objection about an invitation',
    { as: 'referrer', kind: 'invitation', id: 'i' },
    'referral.object',
    { kind: 'invitation', id: 'i' },
  ],
] as const)('sends %s with its words', async (_what, disputed, name, record) => {
  const store = makeDispute(disputed)
  answers(done)
  store.getState().write(' 是王磊推荐的 ')
  expect(await store.getState().send()).toBe(true)
  const requestId: unknown = expect.any(String)
  expect(calls.mock.calls).toEqual([[name, { requestId, ...record, words: '是王磊推荐的' }]])
  expect(store.getState()).toMatchObject({ words: '', phase: { name: 'sent' } })
})

it.each([
  ['text-refused', '这段文字没有通过内容检查，请换个说法'],
  ['already-claimed', '你已经提出过了，招聘同事会尽快处理'],
  ['internal', '出了点问题，内容已保留，请稍后再试'],
])('keeps the words after %s and says what happened', async (code, problem) => {
  const store = makeDispute(claim)
  answers(failed(code))
  store.getState().write('是王磊推荐的')
  expect(await store.getState().send()).toBe(false)
  expect(store.getState()).toMatchObject({ words: '是王磊推荐的', phase: { name: 'writing', problem } })
})

it('sends the same words again under the same request id, and other words under another', async () => {
  const store = makeDispute(claim)
  answers(failed('internal'), failed('internal'), done)
  store.getState().write('是王磊')
  await store.getState().send()
  await store.getState().send()
  store.getState().write('是王磊推荐的')
  await store.getState().send()
  const [first, second, third] = inputs().map(({ requestId }) => requestId)
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})

it('asks for words before anything is sent', async () => {
  const store = makeDispute(claim)
  store.getState().write('  ')
  expect(await store.getState().send()).toBe(false)
  expect(store.getState().phase).toMatchObject({ problem: '请写几句经过，HR 才好核对' })
  expect(calls).not.toHaveBeenCalled()
})

it('sends once for a double tap', async () => {
  const store = makeDispute(claim)
  calls.mockResolvedValue(done as never)
  store.getState().write('是王磊')
  await Promise.all([store.getState().send(), store.getState().send()])
  expect(calls).toHaveBeenCalledTimes(1)
})

it('waits in sight while the cloud is away, and stops with the words kept when told so', async () => {
  const store = makeDispute(claim)
  calls.mockResolvedValue(failed('unavailable') as never)
  store.getState().write('是王磊')
  const sending = store.getState().send()
  await new Promise(process.nextTick)
  expect(store.getState().phase).toEqual({ name: 'sending', waiting: true })
  store.getState().giveUp()
  await sending
  expect(store.getState()).toMatchObject({ words: '是王磊', phase: { name: 'writing' } })
})
