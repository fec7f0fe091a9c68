import sql, { type Sql } from 'sql-template-tag'
import type { Context } from '../context'
import { callerCte, type CallerRow } from './caller'
import { aboutApplication, aboutInvitation, messageCtes, type Letter } from './message'
import { recruiterOf } from './stage-event'

export type ErasureFacts = {
  caller: CallerRow
  /** `storedAs` of every file of the caller. */
  files: string[]
  /** Applications of the caller that are still going on. */
  active: string[]
  /** How many applications the caller has made: `erasePerson` compares it. */
  applications: number | null
}

export async function loadForErasure(ctx: Context): Promise<ErasureFacts> {
  return ctx.db.one<ErasureFacts>(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller,
      (select coalesce(jsonb_agg(f.stored_as), '[]') from file f, caller where f.owner_id = caller.id) as files,
      (select coalesce(jsonb_agg(a.id), '[]') from application a, caller where a.candidate_id = caller.id and a.ended_at is null) as active,
      (select p.applications from person p, caller where p.id = caller.id) as applications`)
}

/**
 * Removes what names a person as a candidate: number, name, words (also those about their source), files' rows, the texts that were sent; active
 * applications end as withdrawn. Stages, times and the frozen source stay as facts without a face. Somebody on the
 * roster keeps their own account (`keepPerson`): it is the company's record, not the candidate's. Returns how many
 * applications there were.
 */
export async function erasePerson(
  ctx: Context,
  erasure: {
    personId: string
    keepPerson: boolean
    applications: number
    eventIds: { applicationId: string; eventId: string }[]
  },
): Promise<number | null> {
  const { now } = ctx
  const { personId, keepPerson } = erasure
  const { applications } = await ctx.db.one<{ applications: number | null }>(sql`
    with asking as (
      -- Not "for update", for which a word of theirs that waits for their application would have to be done first.
      select id, phone_hash from person where id = ${personId} and applications = ${erasure.applications} for no key update
    ), mine as materialized (
      select a.id, a.stage, a.round, a.ended_at, a.version, a.attributed_at, a.paused_until from application a, asking
      where a.candidate_id = asking.id for no key update of a
    ), me as materialized (
      -- Nobody while this waited for somebody's word about them, which it could not see: it is done again.
      select asking.* from asking where not exists (select from mine join application seen on seen.id = mine.id
        where (seen.version, seen.attributed_at, seen.paused_until)
          is distinct from (mine.version, mine.attributed_at, mine.paused_until))
    ), ending as (
      select * from jsonb_to_recordset(${JSON.stringify(erasure.eventIds)}::jsonb) as e("applicationId" uuid, "eventId" uuid)
    ), emptied as (
      update application a set candidate_name = null, note = null, file_id = null, version = a.version + 1, changed_at = ${now},
        stage = case when a.ended_at is null then 'withdrawn' else a.stage end,
        due_at = null, ended_at = coalesce(a.ended_at, ${now}), paused_until = null
      from me where a.candidate_id = me.id
      returning a.id, a.referrer_id, a.owner_id, a.job_id
    ), happened as (
      insert into stage_event (id, application_id, from_stage, to_stage, round, by_person, at)
      select ending."eventId", mine.id, mine.stage, 'withdrawn', mine.round, ${personId}::uuid, ${now}::timestamptz
      from me, mine join ending on ending."applicationId" = mine.id where mine.ended_at is null
      returning id, application_id
    ), unworded as (
      update stage_text t set candidate_text = null, referrer_text = null, internal_note = null, reason = null
      from me, stage_event v where v.id = t.event_id and v.application_id in (select id from mine)
    ), unpaused as (
      update stage_pause p set reason = null, ended_at = coalesce(p.ended_at, least(p.until_at, ${now}::timestamptz))
      from me where p.application_id in (select id from mine)
    ), unclaimed as (
      update attribution_text t set words = null
      from me, attribution_event e where e.id = t.event_id and (e.application_id in (select id from mine) or e.invitation_id in (
        select i.id from invitation i where i.candidate_id = me.id or i.phone_hash = me.phone_hash))
    ), unlinked as (
      delete from file where owner_id in (select id from me)
    ), invited as (
      update invitation i set phone_hash = null, phone_enc = null, changed_at = ${now}, line = null,
        status = case when i.status in ('waiting', 'opened', 'accepted') then 'declined' else i.status end
      from me, invitation before
      where before.id = i.id and (i.phone_hash = me.phone_hash or i.candidate_id = me.id)
      returning i.id, i.referrer_id, before.status in ('waiting', 'opened', 'accepted') as refused
    ), over as (
      select 'application' as kind, emptied.id, happened.id as event_id, emptied.owner_id as referrer_id, emptied.job_id
      from happened join emptied on emptied.id = happened.application_id
      union all select 'invitation', id, id, referrer_id, null from invited where refused
    ), ${messageCtes(sql`over`, LETTERS, personId, now)}, untexted as (
      update outbox set recipient_hash = null, recipient_enc = null, body_enc = null,
        state = case when state = 'waiting' then 'dropped' else state end
      where recipient_hash = (select phone_hash from me)
    ), unproved as (
      delete from login_code where phone_hash = (select phone_hash from me)
    ), untyped as (
      delete from typed_number where phone_hash = (select phone_hash from me)
    ), uncapped as (
      delete from text_quota where phone_hash = (select phone_hash from me)
    ), ${forgottenMessages(keepPerson)}, loggedout as (
      delete from login where person_id in (select id from me) and not ${keepPerson}::boolean
    ), erased as (
      update person p set phone_hash = null, phone_enc = null, openid = null, erased_at = ${now}
      from me where p.id = me.id and not ${keepPerson}::boolean
    ), told as (
      insert into change (person_id, kind, subject_id, at)
      select referrer_id, 'application', id, ${now}::timestamptz from emptied where referrer_id is not null
      union select owner_id, 'application', id, ${now}::timestamptz from emptied where owner_id is not null
      union all select referrer_id, 'invitation', id, ${now}::timestamptz from invited
      union all select p.id, 'application', emptied.id, ${now}::timestamptz
        from emptied join job j on j.id = emptied.job_id join employee e on e.id = j.recruiter_id join person p on p.phone_hash = e.phone_hash
    )
    select case when exists (select from me) then (select count(*) from mine) end as applications`)
  return applications
}

const ended = { ...aboutApplication('ended', sql`event_id`), where: sql`kind = 'application'` }

/** Whoever waits for an answer is told that there will be none: of whom, nobody can say any more. */
const LETTERS: readonly Letter[] = [
  { ...ended, seat: 'referrer', to: sql`referrer_id` },
  { ...ended, seat: 'recruiter', to: recruiterOf(sql`job_id`) },
  { ...aboutInvitation('invitation-declined'), where: sql`kind = 'invitation'` },
]

/**
 * CTEs that remove what the person was told as a candidate, and what they wanted to be told; a colleague's own messages
 * and choices stay. Places in the outbox go before taps, as where messages are concluded: nobody waits in a circle.
 */
function forgottenMessages(keepPerson: boolean): Sql {
  const theirs = sql`m.person_id in (select id from me) and (m.seat = 'candidate' or not ${keepPerson}::boolean)`
  return sql`unqueued as (
      delete from outbox where message_id in (select m.id from message m where ${theirs}) returning id
    ), untold as (
      delete from message m where ${theirs} and (select count(*) from unqueued) >= 0
    ), unlisted as (
      delete from digest_item d using message m where m.id = d.message_id and m.person_id in (select id from me) and d.seat = 'candidate'
    ), untapped as (
      delete from subscribe_credit where person_id in (select id from me) and not ${keepPerson}::boolean
        and (select count(*) from unqueued) >= 0
    ), unset as (
      delete from notice_setting where person_id in (select id from me) and not ${keepPerson}::boolean
    )`
}
