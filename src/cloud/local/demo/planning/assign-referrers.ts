import { addDays } from '@/domain/shanghai'
import { jobs, type DemoJob } from '../jobs'
import { DEMO_REFERRER, people, type DemoPerson } from '../people'
import type { Random } from '../random'
import { settledAt, type WithJob, type WithReferrer } from './drafts'

/** Those who left did so this long ago; what they referred had come to its end by then. */
const LEFT_DAYS = 75
const SAME_DEPARTMENT = 2
const RECRUITERS_TOO = 0.4

/** Chooses who referred: some do it often, most now and then, and mostly for the department they know. */
export function assignReferrers(drafts: readonly WithJob[], today: Date, random: Random): WithReferrer[] {
  const keenness = new Map(random.shuffle(people).map((person, place) => [person.key, 1 / (place + 8)]))
  const jobByKey = new Map(jobs.map((job) => [job.key, job]))

  return drafts.map((draft) => {
    const { referrerKey } = draft.fixed
    if (referrerKey) return { ...draft, referrerKey }

    const job = draft.jobKey ? jobByKey.get(draft.jobKey) : undefined
    const able = people.filter(
      (person) => person.key !== DEMO_REFERRER && couldRefer(person, draft, job, today),
    )
    const chosen = random.pickWeighted(able, (person) => {
      const near = person.department === job?.department ? SAME_DEPARTMENT : 1
      const busy = person.role === 'recruiter' ? RECRUITERS_TOO : 1
      return near * busy * (keenness.get(person.key) ?? 0)
    })
    return { ...draft, referrerKey: chosen.key }
  })
}

/** product.md, "Who owns the referral", clause 5: not for one's own job, not after leaving, not as an intern. */
function couldRefer(person: DemoPerson, draft: WithJob, job: DemoJob | undefined, today: Date): boolean {
  if (person.intern || person.role === 'admin' || worksOn(person.key, job)) return false
  if (person.active) return true
  const settled = settledAt(draft)
  return (
    settled !== null &&
    settled < addDays(today, -LEFT_DAYS) &&
    (draft.last === null || draft.endedIn !== null)
  )
}

export function worksOn(personKey: string, job: DemoJob | undefined): boolean {
  return job?.hiringManagerKey === personKey || job?.recruiterKey === personKey
}
