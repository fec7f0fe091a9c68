import { call } from '@/services/cloud'
import { makeTimeline, seatsToTry } from './store'

jest.mock('@/services/cloud', () => {
  const call = jest.fn()
  const callAgain = (name: string, input: unknown) => ({
    reply: call(name, input) as unknown,
    cancel: jest.fn(),
  })
  return { ...jest.requireActual<object>('@/services/cloud'), call, callAgain }
})

const calls = jest.mocked(call)
const shown = { ok: true, data: { id: 'a', stage: 'screening' } }
const refused = (code: string) => ({ ok: false, code, message: '' })
const answers = (...replies: unknown[]) =>
  replies.forEach((reply) => calls.mockResolvedValueOnce(reply as never))
const seats = () => calls.mock.calls.map(([, input]) => (input as { as?: string }).as)

beforeEach(() => calls.mockReset())

it.each([
  [undefined, ['person'], ['candidate']],
  [undefined, ['person', 'employee'], ['referrer', 'candidate']],
  ['candidate', ['person', 'employee'], ['candidate']],
  ['recruiter', ['person'], ['candidate']],
] as const)('looks from the seats that %s and %j allow', (said, roles, expected) => {
  expect(seatsToTry(said, roles)).toEqual(expected)
})

describe('the timeline', () => {
  it('finds an employee’s own application, and stays on that seat', async () => {
    const store = makeTimeline('a')
    answers(refused('not-found'), shown, shown)
    await store.getState().load(['person', 'employee'])
    expect(store.getState().phase).toMatchObject({ name: 'shown', seat: 'candidate' })
    await store.getState().load(['person', 'employee'])
    expect(seats()).toEqual(['referrer', 'candidate', 'candidate'])
  })

  it('keeps what is shown while the cloud is away', async () => {
    const store = makeTimeline('a')
    answers(shown, refused('unavailable'))
    await store.getState().load(['person'])
    await store.getState().load(['person'])
    expect(store.getState().phase.name).toBe('shown')
  })

  it('shows no longer what this person may not see any more', async () => {
    const store = makeTimeline('a')
    answers(shown, refused('not-found'))
    await store.getState().load(['person'])
    await store.getState().load(['person'])
    expect(store.getState().phase).toMatchObject({ name: 'failed', failure: { code: 'not-found' } })
  })

  it('withdraws with a reason and shows what became of it', async () => {
    const store = makeTimeline('a')
    answers(
      shown,
      { ok: true, data: { stage: 'withdrawn' } },
      { ok: true, data: { id: 'a', stage: 'withdrawn' } },
    )
    await store.getState().load(['person'])
    expect(await store.getState().withdraw(' 已有去处 ')).toBe(true)
    expect(calls.mock.calls[1]).toEqual([
      'application.withdraw',
      { requestId: expect.any(String) as string, id: 'a', reason: '已有去处' },
    ])
    expect(store.getState().phase).toMatchObject({ timeline: { stage: 'withdrawn' } })
  })

  it('says when a recruiter was faster, and shows the newest state', async () => {
    const store = makeTimeline('a')
    answers(shown, refused('stage-conflict'), shown)
    await store.getState().load(['person'])
    expect(await store.getState().withdraw('')).toBe(false)
    expect(store.getState().problem).toContain('刚刚有同事更新了')
    expect(calls).toHaveBeenCalledTimes(3)
  })
})
