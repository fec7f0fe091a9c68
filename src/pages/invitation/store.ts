import { createStore } from 'zustand'
import type { Landing } from '@/contract/calls/invitation'
import type { JobCard } from '@/contract/calls/job'
import type { ShareLanding } from '@/contract/calls/share'
import { wordsFor } from '@/contract/words'
import { call, callAgain, newRequestId, type Failure } from '@/services/cloud'
import { openShare } from '@/services/share/open'

export type Choice = 'accept' | 'decline' | 'erase'

export type Phase =
  | { name: 'loading' }
  | { name: 'failed'; failure: Failure }
  | { name: 'gone'; words: string; jobs: readonly JobCard[] }
  /** A card, poster, code or link: it was made for nobody in particular, so there is nothing to answer. */
  | { name: 'shared'; landing: ShareLanding }
  | { name: 'open'; landing: Landing; problem?: string; sending?: { choice: Choice; away: boolean } }
  | { name: 'declined'; landing: Landing; erased: boolean; sending?: { choice: Choice; away: boolean } }

/** What the page does next after a tap on accept. */
export type AfterAccept = 'prove' | 'apply' | 'stay'

export type InvitationStore = {
  phase: Phase
  load: () => Promise<void>
  accept: () => Promise<AfterAccept>
  decline: (erase: boolean) => Promise<void>
  /** The page is gone: nothing is sent any more. */
  leave: () => void
}

function phaseOf(landing: Landing | ShareLanding): Phase {
  if (landing.kind === 'share') return { name: 'shared', landing }
  if (landing.status === 'declined') return { name: 'declined', landing, erased: false }
  return { name: 'open', landing }
}

export const makeInvitation = (token: string) =>
  createStore<InvitationStore>()((set, get) => {
    let sending: { cancel: () => void } | null = null
    /** One id per choice, so that a second tap after a failure is still the same answer. */
    const ids: Record<Choice, string> = {
      accept: newRequestId(),
      decline: newRequestId(),
      erase: newRequestId(),
    }

    const landingNow = () => {
      const { phase } = get()
      return phase.name === 'open' || phase.name === 'declined' ? phase.landing : null
    }
    const watch = (choice: Choice) => (is: 'sending' | 'waiting-for-network' | 'done') => {
      const { phase } = get()
      if (phase.name !== 'open' && phase.name !== 'declined') return
      const now = is === 'done' ? undefined : { choice, away: is === 'waiting-for-network' }
      set({ phase: { ...phase, sending: now } })
    }

    async function gone(code: 'share-unknown' | 'share-ended'): Promise<void> {
      const reply = await call('job.list', {})
      set({ phase: { name: 'gone', words: wordsFor(code), jobs: reply.ok ? reply.data.jobs : [] } })
    }

    /** The answer did not count: say why, or show what the invitation has become meanwhile. */
    async function refused(failure: Failure, landing: Landing): Promise<void> {
      if (failure.code === 'share-unknown' || failure.code === 'share-ended') return gone(failure.code)
      set({ phase: { name: 'open', landing, problem: wordsFor(failure.code, failure) } })
      if (failure.code === 'invitation-answered') await get().load()
    }

    return {
      phase: { name: 'loading' },
      load: async () => {
        if (get().phase.name === 'failed') set({ phase: { name: 'loading' } })
        if (token === '') return gone('share-unknown')
        const reply = await openShare(token)
        // An answer on its way knows better than what was loaded before it.
        if (sending || get().phase.name === 'declined') return
        if (reply.ok) {
          set({ phase: phaseOf(reply.data) })
        } else if (reply.code === 'share-unknown' || reply.code === 'share-ended') await gone(reply.code)
        // What is on screen stays on screen: a refresh that fails takes nothing away.
        else if (get().phase.name === 'loading') set({ phase: { name: 'failed', failure: reply } })
      },
      accept: async () => {
        const landing = landingNow()
        if (!landing || sending) return 'stay'
        if (!landing.addressee) return 'prove'
        if (landing.status === 'accepted') return 'apply'
        const input = { requestId: ids.accept, id: landing.invitationId }
        const accepting = (sending = callAgain('invitation.accept', input, watch('accept')))
        const reply = await accepting.reply
        sending = null
        if (!reply.ok && reply.code === 'unauthenticated') return 'prove'
        if (!reply.ok) await refused(reply, landing)
        else set({ phase: { name: 'open', landing: { ...landing, status: 'accepted' } } })
        return reply.ok ? 'apply' : 'stay'
      },
      decline: async (erase) => {
        const landing = landingNow()
        if (!landing || sending) return
        const choice = erase ? 'erase' : 'decline'
        const declining = (sending = callAgain(
          'invitation.decline',
          { requestId: ids[choice], token, erase },
          watch(choice),
        ))
        const reply = await declining.reply
        sending = null
        if (reply.ok) set({ phase: { name: 'declined', landing, erased: reply.data.erased } })
        else await refused(reply, landing)
      },
      leave: () => sending?.cancel(),
    }
  })
