import { CANDIDATE } from './candidate'
import { RECRUITER } from './recruiter'
import { REFERRER } from './referrer'
import type { Screen } from './screen'
import { VISITOR } from './visitor'

/** Every screen there is, in the state that has most on it. */
export const TOUR: readonly Screen[] = [...VISITOR, ...REFERRER, ...CANDIDATE, ...RECRUITER]
