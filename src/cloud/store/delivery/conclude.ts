import sql, { empty, type Sql } from 'sql-template-tag'
import type { NoticeChannel, Template } from '@/domain/notices/event'
import type { StoredTextPlan } from '../invitation'
import { messageCtes } from '../message'
import type { Database } from '../database'
import type { Refusals } from './refusals'

/** What becomes of a claimed row. */
export type Verdict = {
  id: string
  lease: Date
  state: 'waiting' | 'sent' | 'dropped' | 'dead'
  reason: string | null
  channel: 'sms' | NoticeChannel | null
  /** When a waiting row is due again. */
  runAt: Date | null
  /** It was a try. */
  counts: boolean
  /** A text of which the provider has nothing: it may be handed over again, and does not count for its number. */
  notHanded: boolean
  /** Of an invitation whose text is put off or stopped: what its referrer reads from now on. */
  plan: StoredTextPlan | null
  invitationId: string | null
  /** An accepted tap that was used, or that is not there after all. */
  tap: { template: Template; was: 'used' | 'gone' } | null
  refused: { what: keyof Refusals; setting: string; reason: string } | null
  /** What the provider takes, perhaps again. */
  taken: keyof Refusals | null
}

/**
 * Writes down what became of a batch, in one statement. A row that somebody else has claimed or answered meanwhile stays
 * as it is. A referrer whose text was stopped is told to use a card.
 */
export async function conclude(db: Database, verdicts: readonly Verdict[], now: Date): Promise<void> {
  const each = <Value>(of: (verdict: Verdict) => Value) => verdicts.map(of)
  await db.rows(sql`
    with verdict as materialized (
      select * from unnest(${each(({ id }) => id)}::uuid[], ${each(({ lease }) => lease)}::timestamptz[],
        ${each(({ state }) => state)}::text[], ${each(({ reason }) => reason)}::text[], ${each(({ channel }) => channel)}::text[],
        ${each(({ runAt }) => runAt)}::timestamptz[], ${each(({ counts }) => counts)}::boolean[],
        ${each(({ notHanded }) => notHanded)}::boolean[], ${each(({ tap }) => tap?.template ?? null)}::text[],
        ${each(({ tap }) => tap?.was ?? null)}::text[])
        as v (id, lease, state, reason, channel, run_at, counts, not_handed, template, tap)
    )${heldInvitations(verdicts)},
    concluded as (
      update outbox o set state = v.state, reason = v.reason, channel = v.channel, run_at = coalesce(v.run_at, o.run_at),
        attempts = o.attempts - case when v.counts then 0 else 1 end,
        handed_at = case when v.not_handed then null else o.handed_at end,
        done_at = case when v.state <> 'waiting' then ${now}::timestamptz end
      from verdict v where o.id = v.id and o.state = 'waiting' and o.run_at = v.lease${afterHeld(verdicts)}
      returning o.id, o.kind, o.person_id, o.recipient_hash, o.state, v.not_handed, v.template, v.tap
    )${taps(verdicts, now)}${quotas(verdicts, now)}${plans(verdicts, now)}${refusals(verdicts, now)}
    select 1`)
}

type Planned = Verdict & { plan: StoredTextPlan; invitationId: string }

function planned(verdicts: readonly Verdict[]): Planned[] {
  return verdicts.filter((one): one is Planned => one.plan !== null && one.invitationId !== null)
}

/** Whoever answers an invitation has its row before that of its text, and so have we: nobody waits in a circle. */
function heldInvitations(verdicts: readonly Verdict[]): Sql {
  const ids = planned(verdicts).map(({ invitationId }) => invitationId)
  if (ids.length === 0) return empty
  return sql`, held as materialized (
      select id from invitation where id = any(${ids}::uuid[]) order by id for no key update
    )`
}

function afterHeld(verdicts: readonly Verdict[]): Sql {
  return planned(verdicts).length === 0 ? empty : sql` and (select count(*) from held) >= 0`
}

/** Taps that were used are gone; where WeChat knows of none, there are none, unless somebody tapped since. */
function taps(verdicts: readonly Verdict[], now: Date): Sql {
  if (verdicts.every(({ tap }) => tap === null)) return empty
  return sql`, ledger as materialized (
      select c.person_id, c.template, n.used, n.gone and c.changed_at <= ${now} as gone
      from subscribe_credit c join (
        select person_id, template, count(*) filter (where tap = 'used') as used, bool_or(tap = 'gone') as gone
        from concluded where tap is not null group by person_id, template
      ) n on n.person_id = c.person_id and n.template = c.template
      order by c.person_id, c.template for no key update of c
    ), tapped as (
      update subscribe_credit c set credits = case when l.gone then 0 else greatest(0, c.credits - l.used) end
      from ledger l where c.person_id = l.person_id and c.template = l.template
    )`
}

/** What was not handed over after all does not count for its number: `handOver` counted it at the same moment. */
function quotas(verdicts: readonly Verdict[], now: Date): Sql {
  if (verdicts.every(({ notHanded }) => !notHanded)) return empty
  return sql`, released as (
      update text_quota q set handed_at = array_remove(q.handed_at, ${now}::timestamptz)
      from concluded c where c.not_handed and c.kind = 'invitation' and q.phone_hash = c.recipient_hash
    )`
}

function plans(verdicts: readonly Verdict[], now: Date): Sql {
  const texts = planned(verdicts)
  if (texts.length === 0) return empty
  const stopped = {
    ...{ event: 'text-stopped' as const, seat: 'referrer' as const, to: sql`referrer_id` },
    ...{ subject: 'invitation' as const, subjectId: sql`invitation_id`, occasion: sql`text_id` },
  }
  return sql`, planned as (
      update invitation i set text_plan = given.plan
      from concluded c join unnest(${texts.map(({ id }) => id)}::uuid[], ${texts.map(({ invitationId }) => invitationId)}::uuid[],
        ${texts.map(({ plan }) => JSON.stringify(plan))}::jsonb[]) as given (id, invitation_id, plan) on given.id = c.id
      where i.id = given.invitation_id
      returning i.id as invitation_id, i.referrer_id, c.id as text_id, c.state
    ), told as (
      insert into change (person_id, kind, subject_id, at)
      select referrer_id, 'invitation', invitation_id, ${now}::timestamptz from planned
    ), stopped as (
      select * from planned where state <> 'waiting'
    ), ${messageCtes(sql`stopped`, [stopped], null, now)}`
}

function refusals(verdicts: readonly Verdict[], now: Date): Sql {
  const taken = [...new Set(verdicts.flatMap(({ taken }) => taken ?? []))]
  // What was taken from one of the batch is good: another one was refused for something of its own.
  const refused = [
    ...new Map(verdicts.flatMap(({ refused }) => (refused ? [[refused.what, refused]] : []))),
  ].filter(([what]) => !taken.includes(what))
  const noted =
    refused.length === 0
      ? empty
      : sql`, noted as (
      insert into refusal (what, setting, reason, at)
      select what, setting, reason, ${now}::timestamptz from unnest(${refused.map(([what]) => what)}::text[],
        ${refused.map(([, { setting }]) => setting)}::text[], ${refused.map(([, { reason }]) => reason)}::text[]) as r (what, setting, reason)
      order by what
      on conflict (what) do update set setting = excluded.setting, reason = excluded.reason, at = excluded.at
    )`
  const gone =
    taken.length === 0 ? empty : sql`, forgotten as (delete from refusal where what = any(${taken}::text[]))`
  return sql`${noted}${gone}`
}
