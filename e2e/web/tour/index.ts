import { CANDIDATE } from './candidate'
import { DELIVERIES } from './deliveries'
import { INBOX } from './inbox'
import { OWNERSHIP } from './ownership'
import { PACE } from './pace'
import { RECRUITER } from './recruiter'
import { REFERRER } from './referrer'
import { RULINGS } from './rulings'
import type { Screen } from './screen'
import { SHARES } from './shares'
import { VISITOR } from './visitor'

/** Every screen there is, in the state that has most on it. */
export const TOUR: readonly Screen[] = [
  ...VISITOR,
  ...REFERRER,
  ...SHARES,
  ...CANDIDATE,
  ...INBOX,
  ...RECRUITER,
  ...PACE,
  ...DELIVERIES,
  ...OWNERSHIP,
  ...RULINGS,
]
