import sql from 'sql-template-tag'
import type { Relation } from '@/domain/endorsement'
import type { Stage } from '@/domain/stages'
import type { Context } from '../context'
import { callerCte, type CallerRow } from './caller'
import { iso } from './invitation'
import { LAST_NUDGE } from './nudge'

export type TimelineEventRow = {
  id: string
  at: string
  from: Stage | null
  to: Stage
  round: number
  by: string | null
  candidateText: string | null
  referrerText: string | null
  internalNote: string | null
  reason: string | null
}

/** A nudge about the stage of now. */
export type NudgeRow = { at: string; byId: string; by: string | null; escalated: boolean }

/** Everything about an application; the call shows each seat its part. */
export type TimelineRow = {
  id: string
  version: number
  candidateId: string
  /** Credited when it came, and frozen. */
  referrerId: string | null
  ownerId: string | null
  name: string | null
  candidatePhoneEnc: string | null
  /** The invitation it came by: who wrote it, the number they typed, what they said. */
  invitedBy: string | null
  typedPhoneEnc: string | null
  job: { id: string; title: string; city: string; department: string }
  stage: Stage
  round: number
  appliedAt: string
  dueAt: string | null
  endedAt: string | null
  protectedUntil: string
  owner: { name: string; department: string } | null
  handler: string | null
  note: string | null
  resume: 'pdf' | 'doc' | 'docx' | null
  relation: Relation | null
  line: string | null
  /** Null once it is over. */
  paused: { until: string; reason: string | null } | null
  /** About this stage, the oldest first. */
  nudges: NudgeRow[]
  /** The owner's newest nudge, whichever stage it was about. */
  lastNudgeAt: string | null
  events: TimelineEventRow[]
}

export async function findTimeline(
  ctx: Context,
  id: string,
): Promise<{ caller: CallerRow; timeline: TimelineRow | null }> {
  return ctx.db.one(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller,
      (select jsonb_build_object('id', a.id, 'version', a.version, 'candidateId', a.candidate_id, 'referrerId', a.referrer_id,
        'ownerId', a.owner_id, 'invitedBy', i.referrer_id, 'name', a.candidate_name, 'candidatePhoneEnc', c.phone_enc, 'typedPhoneEnc', i.phone_enc,
        'job', jsonb_build_object('id', j.id, 'title', j.title, 'city', j.city, 'department', j.department),
        'stage', a.stage, 'round', a.round, 'appliedAt', ${iso(sql`a.applied_at`)}, 'dueAt', ${iso(sql`a.due_at`)},
        'endedAt', ${iso(sql`a.ended_at`)}, 'protectedUntil', ${iso(sql`a.protected_until`)},
        'owner', (select jsonb_build_object('name', e.name, 'department', e.department)
          from person p join employee e on e.phone_hash = p.phone_hash where p.id = a.owner_id),
        'handler', (select e.name from employee e where e.id = j.recruiter_id),
        'note', a.note, 'resume', (select f.kind from file f where f.id = a.file_id),
        'relation', i.relation, 'line', i.line,
        'paused', case when a.paused_until > ${ctx.now} then jsonb_build_object('until', ${iso(sql`a.paused_until`)},
          'reason', (select p.reason from stage_pause p where p.application_id = a.id and p.from_at >= a.stage_since and p.ended_at is null
            order by p.from_at desc, p.id desc limit 1)) end,
        'nudges', (select coalesce(jsonb_agg(jsonb_build_object('at', ${iso(sql`n.at`)}, 'byId', n.by_person, 'escalated', n.escalated,
            'by', (select e.name from person p join employee e on e.phone_hash = p.phone_hash where p.id = n.by_person))
            order by n.at, n.id), '[]')
          from nudge n where n.application_id = a.id and n.at >= a.stage_since),
        'lastNudgeAt', ${iso(LAST_NUDGE)},
        'events', (select jsonb_agg(jsonb_build_object('id', v.id, 'at', ${iso(sql`v.at`)}, 'from', v.from_stage, 'to', v.to_stage,
            'round', v.round, 'by', (select e.name from person p join employee e on e.phone_hash = p.phone_hash where p.id = v.by_person),
            'candidateText', t.candidate_text, 'referrerText', t.referrer_text, 'internalNote', t.internal_note, 'reason', t.reason)
            order by v.at, v.id)
          from stage_event v left join stage_text t on t.event_id = v.id where v.application_id = a.id))
        from application a
        join person c on c.id = a.candidate_id
        join job j on j.id = a.job_id
        left join invitation i on i.id = a.invitation_id
        where a.id = ${id}) as timeline`)
}
