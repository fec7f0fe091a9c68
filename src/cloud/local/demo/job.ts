import type { Department } from './people'

/** What the work is made of; interview notes and personal lines are chosen by it. */
export type Craft = 'frontend' | 'data' | 'backend' | 'design' | 'product' | 'growth' | 'people'

export type DemoJob = {
  key: string
  title: string
  craft: Craft
  department: Department
  city: string
  headcount: number
  hardRequirements: readonly string[]
  softTraits: readonly string[]
  challenges: readonly string[]
  description: string
  hiringManagerKey: string
  recruiterKey: string
  status: 'open' | 'paused' | 'closed'
  /** Days from today, negative when it has closed; null when no date is set. */
  closesOn: number | null
}
