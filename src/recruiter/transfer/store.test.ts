import { call } from '@/services/cloud/call'
import { chooseJob, usualTexts } from './draft'
import { makeTransfer } from './store'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const analyst = { id: 'j1', title: '数据分析师', city: '上海', department: '数据部' }
const moved = { stage: 'screening' as const, version: 5 }
const failed = (code: string) => ({ ok: false, code, message: '' })
const answers = (...replies: unknown[]) =>
  replies.forEach((reply) => calls.mockResolvedValueOnce(reply as never))
const inputs = () => calls.mock.calls.map(([, input]) => input as { requestId: string; version: number })

const onDone = jest.fn(() => Promise.resolve())
const onOvertaken = jest.fn(() => Promise.resolve())
const open = () => {
  const store = makeTransfer('a', { onDone, onOvertaken })
  store.getState().edit((draft) => chooseJob(draft, analyst))
  return store
}

beforeEach(() => {
  calls.mockReset()
  onDone.mockClear()
  onOvertaken.mockClear()
})

it('sends the version that was seen with the words for both sides, and tells what each was told', async () => {
  const store = open()
  answers({ ok: true, data: moved })
  await store.getState().send(4)
  const texts = usualTexts(analyst)
  expect(inputs()).toEqual([
    {
      ...{ requestId: expect.any(String) as string, id: 'a', version: 4, jobId: 'j1', reason: null },
      ...{ candidateText: texts.candidate, referrerText: texts.referrer },
    },
  ])
  expect(store.getState().phase).toEqual({ name: 'told', job: '数据分析师', texts })
  expect(onDone).toHaveBeenCalledWith(moved)
})

it.each([
  ['stage-conflict', 'form', 1],
  ['stage-impossible', 'form', 1],
  ['already-applied', 'job', 0],
  ['job-closed', 'job', 0],
  ['text-refused', 'form', 0],
])('tells %s beside its cause, keeps the words and shows the latest', async (code, at, loads) => {
  const store = open()
  answers(failed(code))
  await store.getState().send(4)
  expect(store.getState()).toMatchObject({ draft: { job: analyst }, phase: { problem: { at } } })
  expect(onOvertaken).toHaveBeenCalledTimes(loads)
})

it('speaks of the candidate in the third person where the cloud speaks to them', async () => {
  const store = open()
  answers(failed('already-applied'))
  await store.getState().send(4)
  expect(store.getState().phase).toMatchObject({ problem: { words: 'TA 已经在这个职位的流程里，请换一个' } })
})

it('sends a retry under the same request id, and after a conflict another one', async () => {
  const store = open()
  answers(failed('internal'), failed('stage-conflict'), { ok: true, data: moved })
  await store.getState().send(4)
  await store.getState().send(4)
  await store.getState().send(5)
  const [first, second, third] = inputs().map(({ requestId }) => requestId)
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})

it('sends once for a double tap', async () => {
  const store = open()
  calls.mockResolvedValue({ ok: true, data: moved } as never)
  await Promise.all([store.getState().send(4), store.getState().send(4)])
  expect(calls).toHaveBeenCalledTimes(1)
})
