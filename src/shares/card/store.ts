import { createStore } from 'zustand'
import type { JobDetail } from '@/contract/calls/job'
import type { OwnShare } from '@/contract/calls/share'
import { wordsFor } from '@/contract/words'
import { call, callAgain, makeRequestIds, newRequestId, type Failure } from '@/services/cloud'
import { cardShare } from '@/services/own-card'
import { makeCardPicture, type CardContent } from '@/services/picture'

/** What the card is about: one job, or the titles of those that are open. */
export type About = { job: JobDetail | null; jobTitles: readonly string[] }

export type Phase =
  | { name: 'loading' }
  | { name: 'failed'; failure: Failure }
  /** The job is gone or takes nobody any more. */
  | { name: 'closed' }
  | { name: 'ready'; share: OwnShare; about: About }

export type CardStore = {
  phase: Phase
  /** As typed; empty for the usual title. */
  title: string
  problem?: string
  /** The typed title is not the card's yet: until it is, the card is not forwarded. */
  unsaved: boolean
  away: boolean
  /** The path of the card's own picture, once it is drawn. */
  picture: string | undefined
  load: () => Promise<void>
  type: (title: string) => void
  keepTitle: () => Promise<void>
  draw: (company: string) => Promise<void>
  leave: () => void
}

const TITLES_SHOWN = 5

export const makeCardPage = (jobId: string | null) =>
  createStore<CardStore>()((set, get) => {
    const makingId = newRequestId()
    let saving: { cancel: () => void } | null = null
    const requestIds = makeRequestIds()

    async function findAbout(): Promise<{ ok: true; about: About } | Failure | 'closed'> {
      if (jobId === null) {
        const reply = await call('job.list', {})
        if (!reply.ok) return reply
        const jobTitles = reply.data.jobs.slice(0, TITLES_SHOWN).map(({ title }) => title)
        return { ok: true, about: { job: null, jobTitles } }
      }
      const reply = await call('job.get', { id: jobId })
      if (!reply.ok) return reply.code === 'not-found' || reply.code === 'bad-input' ? 'closed' : reply
      return reply.data.takesReferrals ? { ok: true, about: { job: reply.data, jobTitles: [] } } : 'closed'
    }
    const wanted = () => get().title.trim() || null

    return {
      phase: { name: 'loading' },
      title: '',
      unsaved: false,
      away: false,
      picture: undefined,
      load: async () => {
        if (get().phase.name === 'ready') return
        set({ phase: { name: 'loading' } })
        const found = await findAbout()
        if (found === 'closed') return set({ phase: { name: 'closed' } })
        if (!found.ok) return set({ phase: { name: 'failed', failure: found } })
        const made = await cardShare(jobId, makingId)
        if (!made.ok)
          return set({
            phase: made.code === 'job-closed' ? { name: 'closed' } : { name: 'failed', failure: made },
          })
        const { share } = made.data
        set({ phase: { name: 'ready', share, about: found.about }, title: share.title ?? '' })
      },
      type: (title) => {
        const { phase } = get()
        if (phase.name !== 'ready') return
        set({ title, problem: undefined, unsaved: (title.trim() || null) !== phase.share.title })
      },
      keepTitle: async () => {
        const { phase, unsaved } = get()
        if (saving || phase.name !== 'ready' || !unsaved) return
        const title = wanted()
        const wish = { channel: 'card' as const, jobId, name: null, title }
        const keeping = (saving = callAgain(
          'share.create',
          { requestId: requestIds.of(wish), ...wish },
          (is) => set({ away: is === 'waiting-for-network' }),
        ))
        const reply = await keeping.reply
        saving = null
        if (!reply.ok) return set({ problem: wordsFor(reply.code, reply) })
        requestIds.done()
        const { share } = reply.data
        set({ phase: { ...phase, share }, unsaved: wanted() !== share.title, problem: undefined })
        // Typed on meanwhile, or changed on another phone: the newest words here count.
        if (get().unsaved) await get().keepTitle()
      },
      draw: async (company) => {
        const { phase, picture } = get()
        if (phase.name !== 'ready' || picture !== undefined) return
        const content: CardContent = { company, ...phase.about }
        try {
          set({ picture: (await makeCardPicture(content)).path })
        } catch {
          // The general picture is forwarded then.
        }
      },
      leave: () => saving?.cancel(),
    }
  })
