import type { StoreApi } from 'zustand'
import { makeExplanation, type ExplanationState } from '@/services/explanation'
import { isWritten } from '../move/draft'
import { isRulingWritten, makeRuling, type RulingState } from '../ruling/store'
import { isTransferWritten } from '../transfer/draft'
import { makeTransfer, type TransferState } from '../transfer/store'
import { makeCase, type CaseState } from './store'

/** One application in front of a recruiter: where it stands, whose it is, and everything they are writing about it. */
export type CaseFile = {
  main: StoreApi<CaseState>
  explaining: StoreApi<ExplanationState>
  ruling: StoreApi<RulingState>
  transfer: StoreApi<TransferState>
  load: () => Promise<void>
  /** Stops whatever is on its way. */
  giveUp: () => void
  /** Something was written and not sent. */
  isWritten: () => boolean
}

export function openCaseFile(id: string): CaseFile {
  const main = makeCase(id)
  const explaining = makeExplanation('recruiter', id)
  const load = async () => {
    await Promise.all([main.getState().load(), explaining.getState().open()])
  }
  const ruling = makeRuling(id, load)
  const transfer = makeTransfer(id, {
    onDone: async (moved) => {
      main.getState().movedElsewhere(moved)
      await load()
    },
    onOvertaken: load,
  })
  return {
    ...{ main, explaining, ruling, transfer, load },
    giveUp: () => [main, ruling, transfer].forEach((store) => store.getState().giveUp()),
    isWritten: () => {
      const { phase } = main.getState()
      const moving = phase.name === 'ready' && isWritten(phase.draft)
      return moving || isRulingWritten(ruling.getState()) || isTransferWritten(transfer.getState().draft)
    },
  }
}
