import { ended, invited, overdue, standing, type Outcome } from './outcomes'

const times = (count: number, outcome: Outcome): Outcome[] => Array.from({ length: count }, () => outcome)

/** The other 238 of the 250 referrals. */
export const outcomesOfEveryone: readonly Outcome[] = [
  ...times(12, invited('waiting')),
  ...times(6, invited('opened')),
  ...times(3, invited('accepted')),
  ...times(10, invited('declined')),
  ...times(6, invited('erased')),
  ...times(12, invited('expired')),
  ...times(4, invited('revoked')),

  ...times(13, standing('applied')),
  ...times(13, standing('screening')),
  ...times(13, standing('review')),
  ...times(5, standing('interview', 1)),
  ...times(5, standing('interview', 2)),
  ...times(3, standing('interview', 3)),
  ...times(5, standing('offer')),
  ...times(5, standing('onboarding')),
  ...times(19, standing('hired')),
  ...times(19, standing('confirmed')),

  overdue('applied'),
  overdue('screening'),
  overdue('review'),
  overdue('interview', 2),
  overdue('offer'),

  ...times(18, ended('rejected', 'screening')),
  ...times(14, ended('rejected', 'review')),
  ...times(17, ended('rejected', 'interview')),
  ...times(4, ended('withdrawn', 'screening')),
  ...times(2, ended('withdrawn', 'review')),
  ...times(4, ended('withdrawn', 'interview')),
  ...times(3, ended('withdrawn', 'offer')),
  ended('withdrawn', 'onboarding'),
  ...times(2, ended('expired', 'screening')),
  ...times(4, ended('expired', 'interview')),
  ...times(5, ended('pooled', 'review')),
  ...times(6, ended('pooled', 'interview')),
]
