import { useEffect, useMemo } from 'react'
import { useDidShow } from '@tarojs/taro'
import { useSession } from '@/services/session'
import { isWritten } from '../move/draft'
import { makeCase } from './store'

type Case = ReturnType<typeof makeCase>

/** Applications with words written and not sent: looking at another one meanwhile must not lose them. */
const kept = new Map<string, Case>()

/** The application with this id, loaded; null for none. */
export function useCase(id: string | null): Case | null {
  const person = useSession((state) => state.me?.id ?? null)
  const key = `${person}/${id}`
  const store = useMemo(() => (id === null ? null : (kept.get(key) ?? makeCase(id))), [key, id])

  useEffect(() => {
    if (!store) return
    kept.set(key, store)
    void store.getState().load()
    return () => {
      const { phase, giveUp } = store.getState()
      giveUp()
      if (phase.name !== 'ready' || !isWritten(phase.draft)) kept.delete(key)
    }
  }, [key, store])
  useDidShow(() => void store?.getState().load())
  return store
}
