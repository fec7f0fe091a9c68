import { forget, recall, remember } from '@/services/storage'

/** The job a referral is for. The job page writes the same key for 「推荐朋友」: pages don't import one another. */
export type ChosenJob = { id: string; title: string; city: string }

const KEY = 'referral-job'

/** Chosen last on this device, or null for none. */
export function recallJob(): ChosenJob | null {
  return recall(KEY, parse) ?? null
}

export function rememberJob(job: ChosenJob | null): void {
  if (job) remember(KEY, job)
  else forget(KEY)
}

function parse(stored: unknown): ChosenJob | undefined {
  const { id, title, city } = stored as Partial<Record<keyof ChosenJob, unknown>>
  if (typeof id !== 'string' || typeof title !== 'string' || typeof city !== 'string') return undefined
  return { id, title, city }
}
