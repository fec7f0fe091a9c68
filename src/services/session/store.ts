import { create } from 'zustand'
import type { Me } from '@/contract/calls/me'
import { call, currentToken, dropToken, keepToken, whenRefused, type Failure } from '../cloud'
import { noteUnread } from '../inbox'
import { forgetMine } from './personal'

export type SessionState = {
  /** Null until the cloud has said who this is. A visitor is somebody: with `id: null`. */
  me: Me | null
  /** Why it could not say so; `me` then holds what was known before, if anything. */
  failure: Failure | null
  loading: boolean
  /** Asks who I am. Two askers at once share one question. */
  load: () => Promise<void>
  /** After a number was proven: the new web session (in WeChat there is none) and who that is. */
  signIn: (me: Me, token?: string) => void
  /** Ends this web session and forgets what this device kept for the person. */
  signOut: () => Promise<void>
  /** The cloud has erased the person: nothing is left to be ended there. */
  forgetPerson: () => void
}

const visitorOf = (company = ''): Me => ({
  id: null,
  roles: ['visitor'],
  maskedPhone: null,
  employee: null,
  company,
  invitationsWaiting: 0,
  unread: 0,
  templates: [],
})

let asking: Promise<void> | null = null
/** Grows whenever somebody signs in or out on this device. */
let person = 0

export const useSession = create<SessionState>()((set, get) => {
  const becomeVisitor = () => set({ me: visitorOf(get().me?.company), failure: null })

  async function ask(): Promise<void> {
    set({ loading: true })
    const asked = person
    const token = currentToken()
    let reply = await call('me.get', {})
    // A session that ended is no failure: a visitor may look around, so ask once more as one.
    if (!reply.ok && reply.code === 'unauthenticated' && token) reply = await call('me.get', {})
    // Somebody signed in or out meanwhile: this answer is about another person.
    if (asked !== person) set({ loading: false })
    else
      set(reply.ok ? { me: reply.data, failure: null, loading: false } : { failure: reply, loading: false })
  }

  whenRefused(becomeVisitor)
  return {
    me: null,
    failure: null,
    loading: false,
    load: () => (asking ??= ask().finally(() => (asking = null))),
    signIn: (me, token) => {
      person++
      if (token) keepToken(token)
      set({ me, failure: null })
    },
    signOut: async () => {
      if (currentToken()) await call('session.end', {})
      get().forgetPerson()
    },
    forgetPerson: () => {
      person++
      dropToken()
      forgetMine()
      becomeVisitor()
    },
  }
})

useSession.subscribe(({ me }, before) => {
  if (me && me !== before.me) noteUnread(me.unread)
})
