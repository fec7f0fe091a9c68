import type { Timeline } from '@/contract/calls/progress'
import { STAGE_TEXTS } from '@/domain/stage-texts'
import { call } from '@/services/cloud/call'
import { chooseTarget, write } from '../move/draft'
import { makeCase } from './store'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const moved = { stage: 'screening', round: 1, version: 2, dueAt: null }
const conflict = { ok: false as const, code: 'stage-conflict' as const, message: '' }
const away = { ok: false as const, code: 'unavailable' as const, message: '' }

const timeline = (change: Partial<Timeline> = {}) =>
  ({
    id: 'a',
    version: 1,
    stage: 'applied',
    round: 1,
    owner: { name: '林晓', department: '前端平台部' },
    events: [],
    ...change,
  }) as unknown as Timeline

const byChen = {
  ...{ id: 'e', at: '2026-11-23T02:00:00.000Z', from: 'applied', to: 'review', round: 1, text: null },
  internal: { by: '陈思' },
} as Timeline['events'][number]
const overtaken = timeline({ version: 2, stage: 'review', events: [byChen] })

let stands: Timeline
let answers: unknown[]

beforeEach(() => {
  stands = timeline()
  answers = []
  calls.mockReset().mockImplementation((name) => {
    const reply =
      name === 'progress.get' ? { ok: true, data: stands } : (answers.shift() ?? { ok: true, data: moved })
    return Promise.resolve(reply) as ReturnType<typeof call>
  })
})

async function opened() {
  const store = makeCase('a')
  await store.getState().load()
  const ready = () => {
    const { phase } = store.getState()
    if (phase.name !== 'ready') throw new Error(phase.name)
    return phase
  }
  return { ...store.getState(), ready }
}
const moves = () => calls.mock.calls.filter(([name]) => name === 'stage.move').map(([, input]) => input)

describe('moving an application', () => {
  it('sends the version that was seen with the words for both sides, and tells what each was told', async () => {
    const { send, ready } = await opened()
    stands = timeline({ stage: 'screening', version: 2 })
    await send()
    expect(moves()).toEqual([
      {
        ...{
          requestId: expect.any(String),
          id: 'a',
          version: 1,
          to: 'screening',
          internalNote: null,
          reason: null,
        },
        candidateText: STAGE_TEXTS.screening.candidate,
        referrerText: STAGE_TEXTS.screening.referrer,
      },
    ])
    expect(ready().move).toEqual({
      name: 'told',
      told: { from: 'applied', to: 'screening', round: 1, ...STAGE_TEXTS.screening },
    })
    expect(ready().draft.to).toBe('review')
  })

  it('does not move on when the button is tapped again right after the answer', async () => {
    const { send, carryOn } = await opened()
    stands = timeline({ stage: 'screening', version: 2 })
    await send()
    await send()
    expect(moves()).toHaveLength(1)
    carryOn()
    await send()
    expect(moves()[1]).toMatchObject({ to: 'review', version: 2 })
  })

  it('sends once for a double tap', async () => {
    const { send } = await opened()
    await Promise.all([send(), send()])
    expect(moves()).toHaveLength(1)
  })

  it('asks for the reason of a step back before anything is sent', async () => {
    stands = timeline({ stage: 'review' })
    const { edit, send, ready } = await opened()
    edit((draft) => chooseTarget(draft, 'applied'))
    await send()
    expect(moves()).toEqual([])
    expect(ready().move).toMatchObject({ problem: { at: 'reason' } })
  })

  it('tells the slower of two recruiters who was faster and keeps the words', async () => {
    const { edit, send, ready } = await opened()
    edit((draft) => write(draft, 'candidate', '我们周三给你回音。'))
    answers = [conflict]
    stands = overtaken
    await send()
    expect(ready().timeline.stage).toBe('review')
    expect(ready().draft.texts.candidate).toBe('我们周三给你回音。')
    expect(ready().move).toMatchObject({ notice: expect.stringContaining('陈思刚刚更新了这条进度') })
  })

  it('sends a retry after a failure under the same request id', async () => {
    const { send } = await opened()
    answers = [{ ok: false, code: 'internal', message: '' }]
    await send()
    await send()
    const [first, second] = moves() as { requestId: string }[]
    expect(second?.requestId).toBe(first?.requestId)
  })
})

describe('when a colleague moves it while it is on screen', () => {
  it('says so and keeps what was written', async () => {
    const { edit, load, ready } = await opened()
    edit((draft) => ({ ...draft, note: '薪资期望偏高' }))
    stands = overtaken
    await load()
    expect(ready().draft.note).toBe('薪资期望偏高')
    expect(ready().move).toMatchObject({ notice: expect.stringContaining('你写的内容还在') })
  })

  it('says nothing when it is loaded again unchanged', async () => {
    const { edit, load, ready } = await opened()
    edit((draft) => chooseTarget(draft, 'rejected'))
    await load()
    expect(ready().draft.to).toBe('rejected')
    expect(ready().move).toEqual({ name: 'writing' })
  })
})

describe('while the cloud is away', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('waits in sight and moves it once it answers', async () => {
    const { send, ready } = await opened()
    answers = [away]
    const sending = send()
    await jest.advanceTimersByTimeAsync(0)
    expect(ready().move).toEqual({ name: 'sending', waiting: true })
    await jest.advanceTimersByTimeAsync(1000)
    await sending
    expect(ready().move).toMatchObject({ told: { to: 'screening' } })
  })
})
