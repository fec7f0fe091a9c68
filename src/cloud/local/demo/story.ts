import { assignCandidates } from './planning/assign-candidates'
import { assignJobs } from './planning/assign-jobs'
import { assignReferrers } from './planning/assign-referrers'
import type { Endorsed } from './planning/drafts'
import { endorse } from './planning/endorse'
import { outcomesOfEveryone } from './planning/outcomes-of-everyone'
import { outcomesOfLinXiao } from './planning/outcomes-of-lin-xiao'
import { tell } from './planning/tell'
import { drawTimeline } from './planning/timeline'
import { createRandom, type Random } from './random'
import type { CompanyStory, StoryReferral } from './story-types'

export type { Answer, CompanyStory, StoryApplication, StoryEvent, StoryReferral } from './story-types'
export { ANSWERS, BY_CANDIDATE } from './story-types'

/**
 * Six months of referrals at the demo company, as they stand at `today`. The same moment and seed always give the
 * same story; nothing is read from outside.
 */
export function planCompany(today: Date, seed = 1): CompanyStory {
  const random = createRandom(seed)
  const dated = [...outcomesOfLinXiao, ...outcomesOfEveryone]
    .map((outcome) => ({ ...outcome, ...drawTimeline(outcome, today, random) }))
    .sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime())

  const withJobs = assignJobs(dated, today, random)
  const withReferrers = assignReferrers(withJobs, today, random)
  const withCandidates = assignCandidates(withReferrers, random)
  const endorsed = endorse(withCandidates, random)
  return { referrals: endorsed.map((draft, index) => referralOf(draft, index, random)) }
}

function referralOf(draft: Endorsed, index: number, random: Random): StoryReferral {
  return {
    key: `referral-${String(index + 1).padStart(3, '0')}`,
    referrerKey: draft.referrerKey,
    candidateIndex: draft.candidateIndex,
    jobKey: draft.jobKey,
    relation: draft.relation,
    line: draft.line,
    sentAt: draft.sentAt,
    openedAt: draft.openedAt,
    answer: draft.answer,
    answeredAt: draft.answeredAt,
    application: tell(draft, random),
  }
}
