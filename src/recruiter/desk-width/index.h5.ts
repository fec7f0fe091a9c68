import { useSyncExternalStore } from 'react'
import type { UseDeskWidth } from './face'

const wide = () => window.matchMedia('(min-width: 900px)')

function watch(changed: () => void): () => void {
  const query = wide()
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

export const useDeskWidth = (() => useSyncExternalStore(watch, () => wide().matches)) satisfies UseDeskWidth
