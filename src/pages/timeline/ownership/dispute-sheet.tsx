import { useStore, type StoreApi } from 'zustand'
import { WordsSheet } from '@/components/words-sheet'
import { SOURCE_WORDS_LIMIT } from '@/domain/attribution/words'
import type { DisputeState } from '@/services/dispute'
import type { Seat } from '../steps'
import { DISPUTE_SHEET } from './words'

type Props = {
  store: StoreApi<DisputeState>
  seat: Seat
  open: boolean
  onClose: () => void
  onSettled: () => void
}

export function DisputeSheet({ store, seat, open, onClose, onSettled }: Props) {
  const { words, phase, write, send, giveUp } = useStore(store)
  const deliver = async () => {
    // Also when it was refused: then it may have been said before.
    await send()
    onSettled()
  }
  return (
    <WordsSheet
      {...DISPUTE_SHEET[seat]}
      open={open}
      limit={SOURCE_WORDS_LIMIT}
      words={words}
      phase={phase}
      onWrite={write}
      onSend={() => void deliver()}
      onGiveUp={giveUp}
      onClose={onClose}
    />
  )
}
