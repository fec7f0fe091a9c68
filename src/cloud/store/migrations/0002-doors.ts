import { sql, type Kysely } from 'kysely'

/** Every door: shares of all channels, touches, who owns a referral and why, claims, reports. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table share add column name text, add column title text, add column code text, add column ended_at timestamptz`,
  // The same channel, job and name again is the same share.
  `create unique index share_once on share (referrer_id, channel, job_id, name) nulls not distinct
    where channel <> 'invite' and ended_at is null`,
  // An ended code keeps its row: it is never given to somebody else.
  `create unique index share_code on share (code) where code is not null`,
  `create index share_referrer on share (referrer_id, created_at) where channel <> 'invite'`,

  // How many shares of a channel somebody made on the day they last made one. A row of its own, because only a row can
  // be locked: a limit that is counted holds no longer when many ask at once.
  `create table share_quota (
    referrer_id uuid not null references person (id),
    channel text not null,
    day date not null,
    made int not null,
    primary key (referrer_id, channel)
  )`,

  // Somebody opened a share. \`visitor\` is a keyed hash, \`person_id\` is set when the number was proven already.
  `create table touch (
    share_id uuid not null references share (id),
    visitor text not null,
    day date not null,
    at timestamptz not null,
    scene int,
    person_id uuid references person (id),
    primary key (share_id, visitor, day)
  )`,
  `create index touch_visitor on touch (visitor, at)`,
  `create index touch_person on touch (person_id) where person_id is not null`,

  // A visitor has proved a number: what it touched since the proof before is this person's.
  `create table visitor_proof (
    visitor text not null,
    at timestamptz not null,
    person_id uuid not null references person (id),
    primary key (visitor, at, person_id)
  )`,
  `create index visitor_proof_person on visitor_proof (person_id)`,

  `create table share_report (
    share_id uuid not null references share (id),
    visitor text not null,
    at timestamptz not null,
    primary key (share_id, visitor)
  )`,

  // What WeChat drew for a share, so that it is asked once.
  `create table share_picture (
    share_id uuid primary key references share (id),
    image bytea not null,
    content_type text not null,
    at timestamptz not null
  )`,

  // How many numbers somebody typed on the day they last typed one, for the limit a day; see share_quota.
  `create table number_quota (
    referrer_id uuid primary key references person (id),
    day date not null,
    typed int not null
  )`,

  // Compared and set by every application: two at once are decided one after the other, the second knowing the first.
  `alter table person add column applications int not null default 0`,

  // \`owner_id\` is derived from the frozen referrer and the events below; it stands here to be found by.
  // \`attributed_at\` is the moment of the newest event that a recruiter or the candidate made. It is compared and set, so
  // that no two events of an application share a moment.
  `alter table application add column through_share_id uuid references share (id),
    add column owner_id uuid references person (id), add column attributed_at timestamptz, add column lapsed_at timestamptz`,
  `drop trigger application_source_frozen on application`,
  `update application a set owner_id = a.referrer_id, credit = jsonb_build_object(
      'policyVersion', a.policy_version, 'rule', a.credit ->> 'rule',
      'referrerId', a.referrer_id, 'shareId', a.share_id,
      'invitationId', case when a.referrer_id is not null then a.invitation_id end,
      'at', (select to_char(i.answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        from invitation i where i.id = a.invitation_id and a.referrer_id is not null),
      'channel', case when a.referrer_id is not null then 'invite' end,
      'protectedUntil', null,
      'reason', case a.credit ->> 'reason' when 'no-invitation' then 'no-source' else a.credit ->> 'reason' end,
      'others', '[]'::jsonb)`,
  `create trigger application_source_frozen before update on application for each row
    when ((old.share_id, old.referrer_id, old.through_share_id, old.credit, old.policy_version, old.reward_plan_version, old.applied_at)
      is distinct from
      (new.share_id, new.referrer_id, new.through_share_id, new.credit, new.policy_version, new.reward_plan_version, new.applied_at))
    execute function refuse_new_source()`,
  `drop index application_referrer`,
  `create index application_owner on application (owner_id, changed_at desc)`,
  // Whose referral was decided to be somebody else's still sees it.
  `create index application_former_owner on application (referrer_id) where owner_id is distinct from referrer_id`,
  `create index application_lapsing on application (protected_until) where lapsed_at is null and owner_id is not null
    and stage in ('rejected', 'withdrawn', 'expired', 'pooled')`,
  `create index application_candidate on application (candidate_id, applied_at)`,
  `create index application_through on application (through_share_id) where through_share_id is not null`,
  `create index application_share on application (share_id) where share_id is not null`,

  `create table attribution_event (
    id uuid primary key,
    application_id uuid references application (id),
    invitation_id uuid references invitation (id),
    kind text not null check (kind in ('claimed', 'objected', 'ruled', 'transferred', 'repicked', 'lapsed')),
    by_person uuid references person (id),
    -- Who owns the referral from now on; of a claim or an objection, who does so far.
    owner_id uuid references person (id),
    from_job uuid references job (id),
    to_job uuid references job (id),
    at timestamptz not null,
    check (application_id is not null or invitation_id is not null)
  )`,
  `create index attribution_event_application on attribution_event (application_id, at)`,
  `create index attribution_event_invitation on attribution_event (invitation_id) where invitation_id is not null`,
  `create index attribution_event_raised on attribution_event (at) where kind in ('claimed', 'objected')`,
  // Once per referral and person; a candidate may claim again after a decision, so claims are not held by a key.
  `create unique index objected_once on attribution_event (by_person, application_id, invitation_id) nulls not distinct where kind = 'objected'`,
  `create unique index lapsed_once on attribution_event (application_id) where kind = 'lapsed'`,

  // Words about people stand apart, so that erasure can remove them and the log stays append-only.
  `create table attribution_text (
    event_id uuid primary key references attribution_event (id),
    words text
  )`,

  // Changes up to this transaction have been swept: a cursor from before it may have missed some.
  `create table change_floor (
    only_row boolean primary key default true check (only_row),
    txid xid8 not null
  )`,

  ...['touch', 'visitor_proof', 'share_report', 'attribution_event'].map(
    (table) => `create trigger ${table}_append_only before update or delete on ${table}
      for each statement execute function refuse_change()`,
  ),
]
