import { uuidv7 } from 'uuidv7'
import { shanghaiDay } from '@/domain/shanghai'
import { newReferralCode, newShareToken, type Secrets } from '@/cloud/secrets'
import type { StoryReferral } from '../story'
import type { StoryShare } from '../shares'
import { idOf } from './ids'
import type { Row } from './types'

export type ShareRows = {
  share: Row[]
  touch: Row[]
  visitor_proof: Row[]
  share_report: Row[]
  /** Which share an application came through. */
  throughShareIds: ReadonlyMap<StoryReferral, string>
}

type Ids = {
  personIds: ReadonlyMap<string, string>
  jobIds: ReadonlyMap<string, string>
  candidateIds: ReadonlyMap<number, string>
}

/** Shares that colleagues made by themselves, as `share.create`, `share.open` and the proofs since would have left them. */
export function shareRows(shares: readonly StoryShare[], ids: Ids, secrets: Secrets): ShareRows {
  const made = shares.map((share) => ({ ...share, id: uuidv7() }))
  const hash = (visitor: string) => secrets.visitorHash('web', visitor)
  return {
    share: made.map(({ id, referrerKey, channel, name, title, jobKey, madeAt }) => ({
      ...{ id, channel, name, title, token: newShareToken(), created_at: madeAt },
      code: channel === 'code' ? newReferralCode() : null,
      referrer_id: idOf(ids.personIds, referrerKey),
      job_id: jobKey === null ? null : idOf(ids.jobIds, jobKey),
    })),
    touch: made.flatMap(({ id, touches }) =>
      touches.map(({ visitor, at, scene }) => ({
        ...{ share_id: id, visitor: hash(visitor), day: shanghaiDay(at).date, at, scene },
      })),
    ),
    visitor_proof: made.flatMap(({ known }) =>
      known.map(({ visitor, referral }) => ({
        visitor: hash(visitor),
        at: referral.answeredAt,
        person_id: idOf(ids.candidateIds, referral.candidateIndex),
      })),
    ),
    share_report: made.flatMap(({ id, reports }) =>
      reports.map(({ visitor, at }) => ({ share_id: id, visitor: hash(visitor), at })),
    ),
    throughShareIds: new Map(made.flatMap(({ id, known }) => known.map(({ referral }) => [referral, id]))),
  }
}
