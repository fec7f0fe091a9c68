import { call } from '@/services/cloud/call'
import { isRulingWritten, makeRuling, type RulingDraft } from './store'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const colleague = { id: 'w', name: '王磊', department: '数据部', employeeNumber: 'E1024' }
const wang = { name: '王磊', department: '数据部' }
const done = (owner: object | null) => ({ ok: true, data: { owner } })
const failed = (code: string) => ({ ok: false, code, message: '' })
const answers = (...replies: unknown[]) =>
  replies.forEach((reply) => calls.mockResolvedValueOnce(reply as never))

const settled = jest.fn(() => Promise.resolve())
const open = (draft: Partial<RulingDraft> = {}) => {
  const store = makeRuling('a', settled)
  store.getState().edit(draft)
  return store
}

beforeEach(() => {
  calls.mockReset()
  settled.mockClear()
})

it.each([
  [{ choice: 'keep', reason: ' 有邀请为证 ' }, { kind: 'keep' }, wang],
  [{ choice: 'nobody', reason: '有邀请为证' }, { kind: 'nobody' }, null],
  [{ choice: 'employee', colleague, reason: '有邀请为证' }, { kind: 'employee', employeeId: 'w' }, wang],
] as const)('sends %j, tells what was decided and loads it', async (draft, owner, decided) => {
  const store = open(draft)
  answers(done(decided))
  await store.getState().send(true)
  const requestId: unknown = expect.any(String)
  expect(calls.mock.calls).toEqual([
    ['application.ruleSource', { requestId, id: 'a', owner, reason: '有邀请为证' }],
  ])
  expect(store.getState().phase).toEqual({ name: 'ruled', owner: decided, contested: true })
  expect(isRulingWritten(store.getState())).toBe(false)
  expect(settled).toHaveBeenCalledTimes(1)
})

it.each([
  [{}, 'choice'],
  [{ choice: 'employee', reason: '因为' }, 'colleague'],
  [{ choice: 'keep', reason: ' ' }, 'reason'],
] as const)('asks for what is missing in %j before anything is sent', async (draft, at) => {
  const store = open(draft)
  await store.getState().send(true)
  expect(store.getState().phase).toMatchObject({ name: 'writing', problem: { at } })
  expect(calls).not.toHaveBeenCalled()
})

it.each([
  ['owner-impossible', 'colleague'],
  ['text-refused', 'reason'],
  ['internal', 'form'],
])('tells %s beside its cause and keeps what was written', async (code, at) => {
  const store = open({ choice: 'employee', colleague, reason: '因为' })
  answers(failed(code))
  await store.getState().send(false)
  expect(store.getState()).toMatchObject({ draft: { colleague, reason: '因为' }, phase: { problem: { at } } })
})

it('sends the same decision again under the same request id', async () => {
  const store = open({ choice: 'keep', reason: '因为' })
  answers(failed('internal'), done(wang))
  await store.getState().send(true)
  await store.getState().send(true)
  const [first, second] = calls.mock.calls.map(([, input]) => (input as { requestId: string }).requestId)
  expect(second).toBe(first)
})

it('waits in sight while the cloud is away, and stops with everything kept when told so', async () => {
  const store = open({ choice: 'keep', reason: '因为' })
  calls.mockResolvedValue(failed('unavailable') as never)
  const sending = store.getState().send(true)
  await new Promise(process.nextTick)
  expect(store.getState().phase).toEqual({ name: 'sending', waiting: true })
  store.getState().giveUp()
  await sending
  expect(store.getState()).toMatchObject({ draft: { reason: '因为' }, phase: { name: 'writing' } })
  expect(settled).not.toHaveBeenCalled()
})
