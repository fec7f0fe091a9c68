import { createStore } from 'zustand'
import type { SuspiciousShare } from '@/contract/calls/share'
import { call } from '@/services/cloud'
import { wholeList, type WholeListState } from '../whole-list'

/** Shares that may be for sale, the worst first. */
export const makeSuspicious = () =>
  createStore<WholeListState<SuspiciousShare>>()(
    wholeList(async () => {
      const reply = await call('share.suspicious', {})
      return reply.ok ? { ok: true, rows: reply.data.shares } : reply
    }),
  )
