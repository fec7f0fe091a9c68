import { isWorkday } from '@/domain/work-time'
import { CALENDAR } from './calendar'
import type { Budget } from './outbox'
import type { Database } from './store/database'
import { digestDay } from './store/digest/due'
import { findDuePeople, noteLists } from './store/digest/find'
import { makeDigests } from './store/digest/make'

const PEOPLE = 200

/**
 * The digests of today, from the digest hour on: whatever happens by itself (a week without news, an invitation nobody
 * answers, a late answer, a protection that ends) is told in one message a day, also after the clock was away for days.
 * Goes on while there is time and somebody is left; returns how many were made.
 */
export async function tellDigests(db: Database, now: Date, { ms, clock }: Budget): Promise<number> {
  const day = digestDay(now, isWorkday(now, CALENDAR))
  if (!day) return 0
  const begun = clock()
  let made = 0
  do {
    const due = await findDuePeople(db, day, PEOPLE)
    const batch = due.ids.length > 0 ? await makeDigests(db, day, due) : NOTHING
    // Nobody is left: not "this batch had the last", which another clock may be making and fail to.
    if (day.workday && due.recruiters === 0 && !due.listed) await noteLists(db, day)
    made += batch.made
    // Nothing, though somebody may be due: another clock is making the same ones.
    if (batch.made + batch.moved === 0) break
  } while (clock() - begun < ms)
  return made
}

const NOTHING = { made: 0, moved: 0 }
