import sql, { type Sql } from 'sql-template-tag'
import type { InvitationStatus } from '@/domain/invitation'
import type { DigestKind, NoticeEvent, NoticeSeat } from '@/domain/notices/event'
import type { Colleague, OwnerCause } from '@/domain/notices/facts'
import type { Stage } from '@/domain/stages'
import { iso } from './invitation'

/** What the live record says of whom and what a message is about, as its reader may know it. Moments are ISO strings. */
export type SubjectRow = {
  kind: 'invitation' | 'application'
  id: string
  /** The reader may open it, in the seat of the message. */
  opens: boolean
  name: string | null
  /** The number that the reader typed. */
  phoneEnc: string | null
  job: string | null
  fromJob: string | null
  colleague: Colleague | null
  mine: boolean
  cause: OwnerCause | null
  /** The stage it tells of, else that of now. */
  stage: Stage | null
  round: number
  text: string | null
  dueAt: string | null
  pausedUntil: string | null
  /** Of now, where `pausedUntil` is what the message tells of. */
  pausedNow: string | null
  nudges: number
  status: InvitationStatus | null
  since: string | null
  /**
   * The process has moved on since; a claim or an objection was answered since, or somebody else owns it than a decision
   * said; it has ended; its candidate was erased.
   */
  moved: boolean
  decided: boolean
  ended: boolean
  erased: boolean
}

/** One line of a digest: what was stored of how things stood, and the live record. */
export type DigestItemRow = {
  kind: DigestKind
  seat: Exclude<NoticeSeat, 'manager'>
  /** A stage, or the status of an invitation. */
  stage: string | null
  round: number | null
  since: string | null
  dueAt: string | null
  subject: SubjectRow | null
}

export type MessageRow = {
  id: string
  event: NoticeEvent
  seat: NoticeSeat
  at: string
  read: boolean
  /** What the roster says of the reader now. */
  reader: { active: boolean; recruits: boolean; erased: boolean }
  subject: SubjectRow | null
  /** Of a digest: the first `LINES_SHOWN` lines, and how many there are; none otherwise. */
  items: DigestItemRow[]
  total: number
}

/** Of somebody's long list the most urgent lines; the rest stands where they work through it. */
export const LINES_SHOWN = 20

/** `MessageRow` as one `jsonb`, from an alias of `message`. Looks up by keys only: a page or a batch stays one statement. */
export function messageJson(alias: Sql): Sql {
  const told: Told = {
    ...{
      event: sql`${alias}.event`,
      person: sql`${alias}.person_id`,
      seat: sql`${alias}.seat`,
      at: sql`${alias}.at`,
    },
    ...{ occasion: sql`${alias}.occasion`, kind: sql`${alias}.subject_kind`, id: sql`${alias}.subject_id` },
  }
  const line: Told = { ...told, seat: sql`d.seat`, kind: sql`d.subject_kind`, id: sql`d.subject_id` }
  return sql`jsonb_build_object('id', ${alias}.id, 'event', ${told.event}, 'seat', ${told.seat}, 'at', ${iso(told.at)},
    'read', ${alias}.read_at is not null,
    'reader', (select jsonb_build_object('active', coalesce(e.active, false), 'erased', r.phone_hash is null,
      'recruits', coalesce(e.active and e.role in ('recruiter', 'admin'), false))
      from person r left join employee e on e.phone_hash = r.phone_hash where r.id = ${told.person}),
    'subject', ${subject(told)},
    'items', case when ${told.event} = 'digest' then (select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'seat', d.seat,
        'stage', d.stage, 'round', d.round, 'since', ${iso(sql`d.since`)}, 'dueAt', ${iso(sql`d.due_at`)},
        'subject', ${subject(line)}) order by d.place), '[]')
      from digest_item d where d.message_id = ${alias}.id and d.place <= ${LINES_SHOWN}) else '[]' end,
    'total', (select count(*) from digest_item d where d.message_id = ${alias}.id))`
}

/** Whose message it is, in which seat, of what and when. */
type Told = Record<'event' | 'person' | 'seat' | 'kind' | 'id' | 'occasion' | 'at', Sql>

function subject(told: Told): Sql {
  return sql`case ${told.kind} when 'application' then ${application(told)} when 'invitation' then ${invitation(told)} end`
}

/**
 * An owner is named to candidates and recruiters; to a referrer only whether it is they. The job is the one of that time:
 * where the process went on is nothing to whoever has no part in it any more. product.md, "What each side can see".
 */
function application({ event, person, seat, id, occasion, at }: Told): Sql {
  const owner = sql`case when x.id is null then a.owner_id else x.owner_id end`
  return sql`(select jsonb_build_object('kind', 'application', 'id', a.id,
      'opens', case ${seat} when 'candidate' then a.candidate_id = ${person} when 'recruiter' then a.candidate_id <> ${person}
        when 'referrer' then ${person} in (a.owner_id, a.referrer_id) else false end,
      'name', a.candidate_name, 'phoneEnc', case when ${seat} = 'referrer' and i.referrer_id = ${person} then i.phone_enc end,
      'job', coalesce((select f.title from attribution_event n join job f on f.id = n.from_job
        where n.application_id = a.id and n.kind = 'transferred' and n.at > coalesce(t.at, x.at, ${at}) order by n.at limit 1), j.title),
      'fromJob', (select f.title from job f where f.id = t.from_job),
      'colleague', case when ${seat} <> 'referrer' then ${colleague(owner)} end,
      'mine', ${owner} is not distinct from ${person},
      'cause', case when x.kind in ('ruled', 'transferred', 'repicked') then x.kind end,
      'stage', coalesce(v.to_stage, a.stage), 'round', coalesce(v.round, a.round),
      'text', case ${seat} when 'candidate' then w.candidate_text when 'referrer' then w.referrer_text end,
      'dueAt', ${iso(sql`a.due_at`)}, 'pausedUntil', ${iso(sql`coalesce(u.until_at, a.paused_until)`)},
      'pausedNow', ${iso(sql`a.paused_until`)}, 'nudges', a.nudges, 'status', null, 'since', ${iso(sql`a.stage_since`)},
      'moved', exists (select from stage_event n where n.application_id = a.id and n.at >= ${at} and (n.at > ${at} or n.id > v.id)),
      'decided', case when ${event} = 'owner-changed' then x.id is not null and x.owner_id is distinct from a.owner_id
        else exists (select from attribution_event n where n.application_id = a.id and n.kind = 'ruled' and n.at > coalesce(x.at, ${at})) end,
      'ended', a.ended_at is not null, 'erased', a.candidate_name is null)
    from application a join job j on j.id = a.job_id
      left join invitation i on i.id = a.invitation_id
      left join stage_event v on v.id = ${occasion}
      left join stage_text w on w.event_id = v.id
      left join attribution_event x on x.id = ${occasion}
      left join stage_pause u on u.id = ${occasion}
      left join lateral (select e.at, e.from_job from attribution_event e
        where ${event} = 'job-changed' and e.application_id = a.id and e.kind = 'transferred' and e.at >= ${at}
        order by e.at limit 1) t on true
    where a.id = ${id})`
}

function invitation({ person, seat, id, occasion }: Told): Sql {
  return sql`(select jsonb_build_object('kind', 'invitation', 'id', i.id,
      'opens', case ${seat} when 'referrer' then i.referrer_id = ${person}
        when 'candidate' then i.status in ('waiting', 'opened', 'accepted') and i.phone_hash is not null else false end,
      'name', null, 'phoneEnc', case when ${seat} = 'referrer' and i.referrer_id = ${person} then i.phone_enc end,
      'job', j.title, 'fromJob', null,
      'colleague', case when ${seat} <> 'referrer' then ${colleague(sql`i.referrer_id`)} end,
      'mine', x.owner_id is not distinct from ${person}, 'cause', case when x.kind = 'ruled' then x.kind end, 'stage', null, 'round', 1, 'text', null, 'dueAt', null,
      'pausedUntil', null, 'pausedNow', null, 'nudges', 0, 'status', i.status, 'since', ${iso(sql`i.sent_at`)},
      'moved', false, 'decided', false, 'ended', i.status not in ('waiting', 'opened', 'accepted'), 'erased', i.phone_hash is null)
    from invitation i left join job j on j.id = i.job_id left join attribution_event x on x.id = ${occasion}
    where i.id = ${id})`
}

function colleague(person: Sql): Sql {
  return sql`(select jsonb_build_object('name', c.name, 'department', c.department)
        from person q join employee c on c.phone_hash = q.phone_hash where q.id = ${person})`
}
