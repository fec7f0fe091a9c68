import { createStore } from 'zustand'
import type { OwnShare, Poster } from '@/contract/calls/share'
import { album } from '@/services/album'
import type { Album } from '@/services/album/face'
import { call, type Failure } from '@/services/cloud'
import { makePlainCode, makePoster, type Picture } from '@/services/picture'

/** The picture, while it is drawn, drawn, or (there is no canvas) its code alone as an address an image shows. */
export type Drawing =
  { name: 'drawing' } | { name: 'drawn'; picture: Picture } | { name: 'plain'; code: string }

export type Phase =
  | { name: 'loading' }
  | { name: 'failed'; failure: Failure }
  /** Ended, or never mine. */
  | { name: 'gone' }
  | { name: 'ready'; poster: Poster; share: OwnShare | null; drawing: Drawing }

/** `refused`: the picture did not get into the album. */
export type Saving = 'no' | 'saving' | 'saved' | 'refused'

export type PosterStore = {
  phase: Phase
  saving: Saving
  load: () => Promise<void>
  save: () => Promise<void>
  /** To the settings and back: once the album is allowed there, the picture is saved by itself. */
  allow: () => Promise<void>
}

const GONE = ['not-found', 'share-ended', 'bad-input'] as const
const isGone = ({ code }: Failure) => (GONE as readonly string[]).includes(code)

// The face, because no browser's half of it can be cancelled.
const { save: keep, openSettings }: Album = album

/** 「星河科技-高级前端工程师-朋友圈」 */
export function fileNameOf({ company, job }: Poster, share: OwnShare | null): string {
  return [company, job?.title ?? '在招职位', share?.name].filter(Boolean).join('-')
}

export const makePosterPage = (id: string) =>
  createStore<PosterStore>()((set, get) => {
    async function draw(poster: Poster): Promise<Drawing> {
      try {
        return { name: 'drawn', picture: await makePoster(poster) }
      } catch {
        // Whatever the canvas is missing, the code alone still leads to the same place.
        return { name: 'plain', code: await makePlainCode(poster.code) }
      }
    }

    return {
      phase: { name: 'loading' },
      saving: 'no',
      load: async () => {
        if (get().phase.name === 'failed') set({ phase: { name: 'loading' } })
        const [reply, list] = await Promise.all([call('share.poster', { id }), call('share.list', {})])
        const before = get().phase
        if (!reply.ok) {
          if (isGone(reply)) set({ phase: { name: 'gone' } })
          // What is on screen stays on screen: a refresh that fails takes nothing away.
          else if (before.name !== 'ready') set({ phase: { name: 'failed', failure: reply } })
          return
        }
        const known = before.name === 'ready' ? before : null
        const share = (list.ok ? list.data.shares.find((one) => one.id === id) : known?.share) ?? null
        const drawing: Drawing = known?.drawing ?? { name: 'drawing' }
        set({ phase: { name: 'ready', poster: reply.data, share, drawing } })
        const drawn = await draw(reply.data)
        set({ phase: { name: 'ready', poster: reply.data, share, drawing: drawn } })
      },
      save: async () => {
        const { phase, saving } = get()
        if (phase.name !== 'ready' || phase.drawing.name !== 'drawn' || saving === 'saving') return
        set({ saving: 'saving' })
        const outcome = await keep(phase.drawing.picture, fileNameOf(phase.poster, phase.share))
        set({ saving: outcome === 'cancelled' ? 'no' : outcome })
      },
      allow: async () => {
        if (await openSettings()) await get().save()
      },
    }
  })
