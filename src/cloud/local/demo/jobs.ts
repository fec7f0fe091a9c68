import type { DemoJob } from './job'
import { businessJobs } from './jobs-business'
import { engineeringJobs } from './jobs-engineering'

export type { Craft, DemoJob } from './job'

export const jobs: readonly DemoJob[] = [...engineeringJobs, ...businessJobs]
