import { OfflineBar } from '@/components/offline-bar'
import { ageWords, useNow } from '@/services/clock'

/** Since when the cloud has not answered, in words that age. */
export function LiveBar({ since, onRetry }: { since: Date | null; onRetry: () => void }) {
  const now = useNow()
  if (since === null) return null
  return <OfflineBar offline age={ageWords(since, now)} onRetry={onRetry} />
}
