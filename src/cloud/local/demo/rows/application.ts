import { uuidv7 } from 'uuidv7'
import { decide } from '@/domain/attribution/decide'
import type { Decision } from '@/domain/attribution/decision'
import type { EarlierApplication } from '@/domain/attribution/history'
import { POLICY, REWARD_PLAN_VERSION } from '@/domain/policy'
import { protectedUntil } from '@/domain/protection'
import { isEnd } from '@/domain/stages'
import { candidateAt } from '../candidates'
import { BY_CANDIDATE, type StoryApplication, type StoryReferral } from '../story'
import type { InvitationIds } from './invitation'
import type { ToldApplication } from './messages'
import type { Row } from './types'
import { clockColumns, waitingRows, type Waiting } from './waiting'

export type ApplicationIds = InvitationIds & {
  candidateId: string
  jobId: string
  fileId: string | null
  throughShareId: string | null
}

/** The job's people and everybody who moved something, as persons. */
export type ApplicationPeople = {
  recruiterId: string
  hiringManagerId: string
  personOf: (key: string) => string
}

export type ApplicationRows = {
  application: Row
  stage_event: Row[]
  stage_text: Row[]
  nudge: Row[]
  stage_pause: Row[]
  /** What the messages about it tell of. */
  told: ToldApplication
  /** What decides about the next one of the same candidate. */
  known: EarlierApplication
}

/** An application as `application.submit` and every `stage.move` since would have left it. */
export function applicationRows(
  referral: StoryReferral,
  told: StoryApplication,
  ids: ApplicationIds,
  people: ApplicationPeople,
  earlier: readonly EarlierApplication[],
  { waiting, today }: { waiting: Waiting; today: Date },
): ApplicationRows {
  const id = uuidv7()
  const last = told.events.at(-1)
  if (!last) throw new Error(`${referral.key} has an application in which nothing happened`)
  const credit = creditOf(referral, told, ids, people, earlier)
  const protection = credit.protectedUntil ?? protectedUntil(told.appliedAt, POLICY).toISOString()
  const endedAt = isEnd(last.to) ? last.at : null
  const events = told.events.map((event) => ({
    ...event,
    id: uuidv7(),
    by: event.byKey === BY_CANDIDATE ? ids.candidateId : people.personOf(event.byKey),
  }))
  const who = { candidateId: ids.candidateId, ownerId: credit.referrerId }

  return {
    ...waitingRows(waiting, { ...who, applicationId: id }),
    told: {
      ...{ ...who, id, events, waiting },
      ...{ recruiterId: people.recruiterId, managerId: people.hiringManagerId },
    },
    known: {
      ...{
        applicationId: id,
        ownerId: credit.referrerId,
        shareId: credit.shareId,
        invitationId: credit.invitationId,
      },
      appliedAt: told.appliedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      protectedUntil: protection,
    },
    application: {
      id,
      candidate_id: ids.candidateId,
      job_id: ids.jobId,
      share_id: credit.shareId,
      invitation_id: ids.id,
      through_share_id: ids.throughShareId,
      referrer_id: credit.referrerId,
      owner_id: credit.referrerId,
      credit,
      policy_version: POLICY.version,
      reward_plan_version: REWARD_PLAN_VERSION,
      candidate_name: candidateAt(referral.candidateIndex).name,
      note: told.note,
      file_id: ids.fileId,
      stage: last.to,
      round: last.round ?? 1,
      version: events.length,
      stage_since: last.at,
      applied_at: told.appliedAt,
      ended_at: endedAt,
      protected_until: protection,
      ...clockColumns(last, new Date(protection), waiting, today),
    },
    stage_event: events.map(({ id: eventId, to, round, at, by }, index) => ({
      id: eventId,
      application_id: id,
      from_stage: events[index - 1]?.to ?? null,
      to_stage: to,
      round: round ?? 1,
      by_person: by,
      at,
    })),
    stage_text: events.map(({ id: eventId, candidateText, referrerText, internalNote }) => ({
      event_id: eventId,
      candidate_text: candidateText,
      referrer_text: referrerText,
      internal_note: internalNote,
    })),
  }
}

function creditOf(
  referral: StoryReferral,
  { appliedAt }: StoryApplication,
  { id, shareId, referrerId, candidateId }: ApplicationIds,
  job: ApplicationPeople,
  earlier: readonly EarlierApplication[],
): Decision {
  const acceptedAt = (referral.answeredAt ?? referral.sentAt).toISOString()
  return decide(
    {
      candidateId,
      appliedAt: appliedAt.toISOString(),
      job,
      through: null,
      invitations: [{ invitationId: id, shareId, referrerId, acceptedAt }],
      applications: earlier,
      ...{ touches: [], relatives: [] },
      // At that time: two of them have left since.
      people: { [referrerId]: { active: true, intern: false } },
    },
    POLICY,
  )
}
