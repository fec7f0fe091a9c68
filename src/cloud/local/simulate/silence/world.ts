import type { Random } from '../../demo/random'
import type { Agenda } from './agenda'
import type { Calls } from './calls'
import type { Company, Employee, Person } from './people'

/** A company in which everybody does what people do, for so many days. */
export type World = {
  company: Company
  calls: Calls
  agenda: Agenda
  random: Random
  begin: Date
  days: number
  /** Whose referral an application is now; null when it is nobody's. */
  ownerOf(applicationId: string): Promise<Employee | null>
  leaves(employee: Employee): Promise<void>
  choosesQuiet(who: Person, quiet: { from: number; to: number }): void
}
