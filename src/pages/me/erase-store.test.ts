import type { Me } from '@/contract/calls/me'
import { callAgain } from '@/services/cloud'
import { useSession } from '@/services/session'
import { makeErase } from './erase-store'

jest.mock('@/services/cloud', () => {
  const away = { ok: false, code: 'unavailable', message: '' }
  const call = jest.fn(() => Promise.resolve(away))
  return { ...jest.requireActual<object>('@/services/cloud'), call, callAgain: jest.fn() }
})

const zhou: Me = {
  ...{ id: 'zhou', roles: ['visitor', 'person'], maskedPhone: '138****8000', employee: null },
  ...{ company: '星河科技', invitationsWaiting: 0, unread: 0, templates: [] },
}
const replies = (reply: unknown) =>
  jest.mocked(callAgain).mockReturnValue({ reply: Promise.resolve(reply), cancel: jest.fn() } as never)

async function erased() {
  const store = makeErase()
  store.getState().ask()
  store.getState().goOn()
  await store.getState().erase()
  return store.getState().phase
}

beforeEach(() => {
  jest.mocked(callAgain).mockReset()
  useSession.setState({ me: zhou })
})

describe('erasing', () => {
  it('sends nothing before it was confirmed twice', async () => {
    const store = makeErase()
    store.getState().ask()
    await store.getState().erase()
    expect(callAgain).not.toHaveBeenCalled()
  })

  it('counts what went, and leaves a visitor', async () => {
    replies({ ok: true, data: { applications: 2, files: 1 } })
    expect(await erased()).toMatchObject({ name: 'done', applications: 2, files: 1, employee: false })
    expect(useSession.getState().me?.id).toBeNull()
  })

  it('leaves an employee signed in', async () => {
    useSession.setState({
      me: { ...zhou, employee: { name: '林晓', department: '前端平台部', mayRefer: true } },
    })
    replies({ ok: true, data: { applications: 0, files: 0 } })
    expect(await erased()).toMatchObject({ name: 'done', employee: true })
    expect(useSession.getState().me?.id).toBe('zhou')
  })

  it('takes a session that is gone for an erasure only when an answer was lost on the way', async () => {
    const ended = { ok: false, code: 'unauthenticated', message: '' }
    replies(ended)
    expect((await erased()).name).toBe('sure')
    jest.mocked(callAgain).mockImplementation(((
      _name: string,
      _input: unknown,
      onPhase: (phase: string) => void,
    ) => {
      onPhase('waiting-for-network')
      return { reply: Promise.resolve(ended), cancel: jest.fn() }
    }) as never)
    expect((await erased()).name).toBe('done')
  })

  it('says what went wrong and can be tried again', async () => {
    replies({ ok: false, code: 'internal', message: '' })
    expect(await erased()).toMatchObject({
      name: 'sure',
      sending: 'no',
      problem: expect.any(String) as string,
    })
  })
})
