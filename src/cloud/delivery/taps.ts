import type { Template } from '@/domain/notices/event'
import type { RecipientRow } from '../store/delivery/claim'

/** Accepted taps while a batch is decided: what one message of it takes, another has not. */
export type Taps = {
  left(personId: string, stored: RecipientRow['credits']): Partial<Record<Template, number>>
  take(personId: string, template: Template): void
}

export function countTaps(): Taps {
  const taken = new Map<string, Partial<Record<Template, number>>>()
  return {
    left(personId, stored) {
      const used = taken.get(personId)
      if (!stored || !used) return stored ?? {}
      const left = { ...stored }
      for (const template of Object.keys(used) as Template[])
        left[template] = (stored[template] ?? 0) - (used[template] ?? 0)
      return left
    },
    take(personId, template) {
      const used = taken.get(personId) ?? {}
      taken.set(personId, { ...used, [template]: (used[template] ?? 0) + 1 })
    },
  }
}
