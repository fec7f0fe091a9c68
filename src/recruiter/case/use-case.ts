import { useEffect, useMemo } from 'react'
import { useDidShow } from '@tarojs/taro'
import { useSession } from '@/services/session'
import { openCaseFile, type CaseFile } from './case-file'

/** Applications with words written and not sent: looking at another one meanwhile must not lose them. */
const kept = new Map<string, CaseFile>()

/** The application with this id, loaded; null for none. */
export function useCase(id: string | null): CaseFile | null {
  const person = useSession((state) => state.me?.id ?? null)
  const key = `${person}/${id}`
  const file = useMemo(() => (id === null ? null : (kept.get(key) ?? openCaseFile(id))), [key, id])

  useEffect(() => {
    if (!file) return
    kept.set(key, file)
    void file.load()
    return () => {
      file.giveUp()
      if (!file.isWritten()) kept.delete(key)
    }
  }, [key, file])
  useDidShow(() => void file?.load())
  return file
}
