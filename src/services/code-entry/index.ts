import { useState } from 'react'
import { useStore } from 'zustand'
import { goTo } from '../navigate'
import { canScan } from './can-scan'
import { makeCodeEntry } from './store'

/** Everything the component `CodeEntry` asks for; `onFound` gets the token to go on with. */
export function useCodeEntry(onFound: (token: string) => void) {
  const [store] = useState(makeCodeEntry)
  const { typed, problem, finding, type, find, scanned } = useStore(store)
  const go = async (seek: () => Promise<string | null>) => {
    const token = await seek()
    if (token) onFound(token)
  }
  return {
    ...{ typed, problem, finding },
    onType: type,
    onFind: () => void go(find),
    onScan: canScan ? () => void go(scanned) : undefined,
  }
}

/** The same for `CodeSheet`: a code that is found closes the sheet and leads to whoever it belongs to. */
export function useCodeSheet() {
  const [open, setOpen] = useState(false)
  const entry = useCodeEntry((token) => {
    setOpen(false)
    void goTo('invitation', { token })
  })
  return { show: () => setOpen(true), sheet: { ...entry, open, onClose: () => setOpen(false) } }
}
