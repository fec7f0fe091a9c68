import type { Me } from '@/contract/calls/me'
import { call, currentToken, dropToken, keepToken } from '../cloud'
import { useUnread } from '../inbox'
import { recall, remember } from '../storage'
import { useSession } from './store'

jest.mock('../cloud', () => {
  const real = jest.requireActual<typeof import('../cloud')>('../cloud')
  return { ...real, call: jest.fn() }
})

const calls = jest.mocked(call)
const ended = { ok: false as const, code: 'unauthenticated' as const, message: '' }
const visitor: Me = {
  id: null,
  roles: ['visitor'],
  maskedPhone: null,
  employee: null,
  company: '星河科技',
  invitationsWaiting: 0,
  unread: 0,
  templates: [],
}
const lin: Me = {
  ...visitor,
  id: 'lin',
  roles: ['visitor', 'person', 'employee'],
  maskedPhone: '138****8000',
}

beforeEach(() => {
  calls.mockReset()
  dropToken()
  useSession.setState(useSession.getInitialState(), true)
})

describe('the session', () => {
  it('says who I am', async () => {
    calls.mockResolvedValue({ ok: true, data: lin })
    await useSession.getState().load()
    expect(useSession.getState()).toMatchObject({ me: lin, failure: null, loading: false })
  })

  it('tells the inbox how many messages are unread, and that none are when nobody is signed in', async () => {
    calls.mockResolvedValue({ ok: true, data: { ...lin, unread: 4 } })
    await useSession.getState().load()
    expect(useUnread.getState().unread).toBe(4)
    useSession.getState().forgetPerson()
    expect(useUnread.getState().unread).toBe(0)
  })

  it('asks once when two ask at once', async () => {
    calls.mockResolvedValue({ ok: true, data: lin })
    await Promise.all([useSession.getState().load(), useSession.getState().load()])
    expect(calls).toHaveBeenCalledTimes(1)
  })

  it('keeps who it knew when the cloud is away', async () => {
    useSession.setState({ me: lin })
    calls.mockResolvedValue({ ok: false, code: 'unavailable', message: '' })
    await useSession.getState().load()
    expect(useSession.getState()).toMatchObject({ me: lin, failure: { code: 'unavailable' } })
  })

  it('goes on as a visitor when the session has ended', async () => {
    keepToken('an-old-session')
    calls.mockImplementationOnce(() => {
      dropToken()
      return Promise.resolve(ended)
    })
    calls.mockResolvedValueOnce({ ok: true, data: visitor })
    await useSession.getState().load()
    expect(useSession.getState()).toMatchObject({ me: visitor, failure: null })
  })

  it('does not ask for ever when even a visitor is refused', async () => {
    calls.mockResolvedValue(ended)
    await useSession.getState().load()
    expect(calls).toHaveBeenCalledTimes(1)
  })

  it('keeps the person who signed in while the question was on its way', async () => {
    calls.mockImplementationOnce(() => {
      useSession.getState().signIn(lin, 'a-new-session')
      return Promise.resolve({ ok: true as const, data: visitor })
    })
    await useSession.getState().load()
    expect(useSession.getState().me).toBe(lin)
  })

  it('ends the session on the way out and forgets what was kept for the person', async () => {
    useSession.getState().signIn(lin, 'a-web-session')
    remember('apply-draft', { name: '周宁' })
    calls.mockResolvedValue({ ok: true, data: {} })
    await useSession.getState().signOut()
    expect(calls).toHaveBeenCalledWith('session.end', {})
    expect(currentToken()).toBeNull()
    expect(useSession.getState().me).toEqual(visitor)
    expect(recall('apply-draft', (stored) => stored)).toBeUndefined()
  })
})
