import { SHARE_NAME_LIMIT } from '@/domain/own-share'
import type { JobCard } from '@/contract/calls/job'
import { call } from '@/services/cloud/call'
import { makeNewShare, type Draft } from './store'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const job = { id: 'j', title: '数据分析师', city: '杭州' } as JobCard
const made = { ok: true, data: { share: { id: 'p', channel: 'poster' }, already: false } }
const answer = (reply: unknown) => calls.mockResolvedValue(reply as never)
const sent = () => calls.mock.calls.map(([, input]) => input)

beforeEach(() => {
  calls.mockReset()
  answer(made)
})

describe('a new poster', () => {
  it.each<[string, Partial<Draft>, string | null, string | null]>([
    ['nothing chosen', {}, null, null],
    ['a usual name', { choice: '校招群' }, '校招群', null],
    ['a name of one’s own', { choice: 'own', typed: ' 楼下咖啡店 ' }, '楼下咖啡店', null],
    ['a job', { job }, null, 'j'],
  ])('with %s', async (_what, draft, name, jobId) => {
    const store = makeNewShare('poster')
    store.getState().edit(draft)
    expect(await store.getState().submit()).toMatchObject({ id: 'p' })
    const content = { channel: 'poster', jobId, name, title: null }
    expect(sent()).toEqual([{ requestId: expect.any(String) as string, ...content }])
  })

  it('asks for the name it was said to have, and sends nothing', async () => {
    const store = makeNewShare('poster')
    store.getState().edit({ choice: 'own', typed: '  ' })
    expect(await store.getState().submit()).toBeNull()
    expect(store.getState().problem?.at).toBe('name')
    expect(calls).not.toHaveBeenCalled()
  })

  it.each([
    ['text-refused', 'name'],
    ['rate-limited', 'whole'],
    ['job-closed', 'whole'],
  ])('tells %s beside its cause and keeps what was chosen', async (code, at) => {
    answer({ ok: false, code, message: '' })
    const store = makeNewShare('poster')
    store.getState().edit({ choice: 'own', typed: '好'.repeat(SHARE_NAME_LIMIT), job })
    expect(await store.getState().submit()).toBeNull()
    expect(store.getState()).toMatchObject({ problem: { at }, draft: { choice: 'own', job }, sending: 'no' })
  })

  it('is one wish until the words change', async () => {
    answer({ ok: false, code: 'internal', message: '' })
    const store = makeNewShare('link')
    await store.getState().submit()
    await store.getState().submit()
    store.getState().edit({ choice: '朋友圈' })
    await store.getState().submit()
    const [first, second, third] = sent() as { requestId: string }[]
    expect(second?.requestId).toBe(first?.requestId)
    expect(third?.requestId).not.toBe(first?.requestId)
  })
})
