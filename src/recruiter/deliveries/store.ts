import { createStore } from 'zustand'
import type { DeadLetter } from '@/contract/calls/delivery'
import { wordsFor } from '@/contract/words'
import { call, callAgain, newRequestId, type Output } from '@/services/cloud'
import { pagedList, type PagedList, type PagedPhase } from '../paged-list'

export type DeliveryHead = Pick<Output<'delivery.list'>, 'counts' | 'warnings'>

export type ResendPhase =
  /** `waiting`: the cloud is away; it goes on by itself. */
  | { name: 'sending'; waiting: boolean }
  | { name: 'done'; state: Output<'delivery.resend'>['state'] }
  | { name: 'failed'; words: string }

export type DeliveriesState = PagedList & {
  phase: PagedPhase<DeadLetter, DeliveryHead>
  /** By the id of the dead letter. */
  resends: Readonly<Record<string, ResendPhase>>
  resend: (id: string) => Promise<void>
  giveUp: () => void
}

/** What could not be delivered, the newest first, and each one's second try. */
export const makeDeliveries = () =>
  createStore<DeliveriesState>()((set, get) => {
    /** Kept until it was done: a second tap after a lost answer does nothing twice. */
    const requestIds = new Map<string, string>()
    const underWay = new Map<string, () => void>()

    const become = (id: string, phase: ResendPhase) => set({ resends: { ...get().resends, [id]: phase } })

    return {
      phase: { name: 'loading' },
      resends: {},
      ...pagedList<DeadLetter, DeliveryHead>({
        ask: async (after) => {
          const reply = await call('delivery.list', { after })
          if (!reply.ok) return reply
          const { items, next, counts, warnings } = reply.data
          return { ok: true, rows: items, next, head: { counts, warnings } }
        },
        now: () => get().phase,
        become: (phase) => set({ phase }),
      }),
      resend: async (id) => {
        if (underWay.has(id)) return
        const requestId = requestIds.get(id) ?? newRequestId()
        requestIds.set(id, requestId)
        become(id, { name: 'sending', waiting: false })
        const sending = callAgain('delivery.resend', { requestId, id }, (phase) => {
          if (phase !== 'done') become(id, { name: 'sending', waiting: phase === 'waiting-for-network' })
        })
        underWay.set(id, sending.cancel)
        const reply = await sending.reply
        underWay.delete(id)
        if (!reply.ok) return become(id, { name: 'failed', words: wordsFor(reply.code, reply) })
        requestIds.delete(id)
        become(id, { name: 'done', state: reply.data.state })
      },
      giveUp: () => underWay.forEach((cancel) => cancel()),
    }
  })
