import type { ProgressItem } from '@/contract/calls/progress'

/** What is late comes first, the longest overdue on top; then whatever is due soonest; what has no due time last. */
export function byUrgency(items: readonly ProgressItem[]): readonly ProgressItem[] {
  return [...items].sort((a, b) => {
    if (a.dueAt !== null && b.dueAt !== null) return a.dueAt.localeCompare(b.dueAt)
    if (a.dueAt === null && b.dueAt === null) return b.changedAt.localeCompare(a.changedAt)
    return a.dueAt === null ? 1 : -1
  })
}
