import { call } from '../cloud/call'
import { makeExplanation } from '.'

jest.mock('../cloud/call')

const calls = jest.mocked(call)
const said = (words: string) => ({ ok: true, data: { sentences: [words] } })
const failed = (code: string) => ({ ok: false, code, message: '' })
const answers = (...replies: unknown[]) =>
  replies.forEach((reply) => calls.mockResolvedValueOnce(reply as never))

function shown(store: ReturnType<typeof makeExplanation>): string | undefined {
  const { phase } = store.getState()
  return phase.name === 'shown' ? phase.explanation.sentences[0] : phase.name
}

beforeEach(() => calls.mockReset())

describe('the explanation', () => {
  it('is asked for from its seat when it is opened, and not before', async () => {
    const store = makeExplanation('referrer', 'a')
    await store.getState().refresh()
    expect(calls).not.toHaveBeenCalled()
    answers(said('因为'))
    await store.getState().open()
    expect(calls).toHaveBeenCalledWith('application.explain', { as: 'referrer', id: 'a' })
    expect(shown(store)).toBe('因为')
  })

  it.each([
    ['stays while the cloud is away', 'unavailable', '因为'],
    ['goes when this person may not see it any more', 'not-found', 'failed'],
  ])('%s', async (_what, code, expected) => {
    const store = makeExplanation('candidate', 'a')
    answers(said('因为'), failed(code))
    await store.getState().open()
    await store.getState().refresh()
    expect(shown(store)).toBe(expected)
  })

  it('leaves an answer unread that comes after it was closed', async () => {
    const store = makeExplanation('candidate', 'a')
    answers(said('因为'))
    const opening = store.getState().open()
    store.getState().close()
    await opening
    expect(shown(store)).toBe('closed')
  })
})
