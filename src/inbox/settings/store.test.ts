import type { NoticeSetting } from '@/contract/calls/notice'
import { call } from '@/services/cloud/call'
import { makeSettings } from './store'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const failure = (code: string) => ({ ok: false, code, message: '' })
const setting: NoticeSetting = {
  ...{ wecom: true, subscribe: true, email: false, texts: true, weekly: true },
  ...{ quietFrom: 1320, quietTo: 480, credits: 3 },
  open: { wecom: true, subscribe: true, email: true, texts: true },
}
let stored: NoticeSetting
let refusal: object | null
const sent = () =>
  calls.mock.calls.flatMap(([name, input]) =>
    name === 'notice.save' ? [input as Record<string, unknown>] : [],
  )

beforeEach(() => {
  stored = setting
  refusal = null
  calls.mockReset().mockImplementation(((name: string, input: { requestId?: string }) => {
    if (refusal) return Promise.resolve(refusal)
    const { requestId: _, ...choices } = input
    if (name === 'notice.save') stored = { ...stored, ...choices }
    return Promise.resolve({ ok: true, data: stored })
  }) as typeof call)
})

async function loaded() {
  const store = makeSettings()
  await store.getState().load()
  return store
}

describe('a choice', () => {
  it('is shown and saved at once, with all the others but texts, which may have been refused elsewhere', async () => {
    const store = await loaded()
    const choosing = store.getState().choose({ weekly: false })
    expect(store.getState()).toMatchObject({
      phase: { setting: { weekly: false } },
      saving: { name: 'sending', away: false },
    })
    await choosing
    expect(store.getState().saving).toEqual({ name: 'saved' })
    const { open: _open, credits: _credits, texts: _texts, ...choices } = setting
    expect(sent()).toEqual([{ requestId: expect.any(String) as string, ...choices, weekly: false }])
  })

  it('against texts goes with them, once', async () => {
    const store = await loaded()
    await store.getState().choose({ texts: false })
    await store.getState().choose({ weekly: false })
    expect(sent().map((input) => input.texts)).toEqual([false, undefined])
    expect(stored).toMatchObject({ texts: false, weekly: false })
  })

  it('is taken back when it is refused, and says so', async () => {
    const store = await loaded()
    refusal = failure('internal')
    await store.getState().choose({ wecom: false })
    expect(store.getState()).toMatchObject({
      phase: { setting },
      saving: { name: 'undone', words: expect.stringContaining('没有保存，已恢复原来的选择') as string },
    })
  })

  it('follows another one that is still on its way; the last one holds', async () => {
    const store = await loaded()
    const first = store.getState().choose({ weekly: false })
    void store.getState().choose({ email: true })
    void store.getState().choose({ email: false })
    void store.getState().choose({ wecom: false })
    await first
    expect(stored).toMatchObject({ weekly: false, email: false, wecom: false })
    expect(sent()).toHaveLength(2)
    expect(store.getState()).toMatchObject({ phase: { setting: stored }, saving: { name: 'saved' } })
  })

  it('is not undone by an answer to an older question', async () => {
    const store = await loaded()
    const choosing = store.getState().choose({ weekly: false })
    await store.getState().load()
    expect(store.getState().phase).toMatchObject({ setting: { weekly: false } })
    await choosing
  })
})

describe('while the cloud is away', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('a choice waits in sight, and is saved when the cloud is back', async () => {
    const store = await loaded()
    refusal = failure('unavailable')
    const choosing = store.getState().choose({ weekly: false })
    await jest.advanceTimersByTimeAsync(0)
    expect(store.getState().saving).toEqual({ name: 'sending', away: true })
    refusal = null
    await jest.advanceTimersByTimeAsync(1000)
    await choosing
    expect(stored.weekly).toBe(false)
    const [first, second] = sent()
    expect(second).toEqual(first)
  })
})

it('that do not load say why, and come with the next try', async () => {
  refusal = failure('unavailable')
  const store = await loaded()
  expect(store.getState().phase).toMatchObject({ name: 'failed' })
  refusal = null
  await store.getState().load()
  expect(store.getState().phase).toMatchObject({ name: 'ready', setting })
})
