import { sql, type Kysely } from 'kysely'

/** Nobody waits in silence: messages, how they travel, what each person wants, nudges and pauses. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // A message is a fact about a record and holds nothing personal: its words are made when it is read.
  // \`occasion\` is what it tells of (a stage event, a decision, a nudge); of a digest, the message itself.
  `create table message (
    id uuid primary key,
    person_id uuid not null references person (id),
    seat text not null check (seat in ('candidate', 'referrer', 'recruiter', 'manager')),
    event text not null,
    subject_kind text check (subject_kind in ('invitation', 'application')),
    subject_id uuid,
    occasion uuid not null,
    dedupe_key text not null unique,
    at timestamptz not null,
    read_at timestamptz,
    check ((subject_kind is null) = (subject_id is null))
  )`,
  `create index message_person on message (person_id, at desc, id desc)`,
  `create index message_unread on message (person_id) where read_at is null`,
  `create index message_subject on message (subject_id) where subject_id is not null`,

  // The lines of a digest, as things stood when it was made.
  `create table digest_item (
    message_id uuid not null references message (id) on delete cascade,
    place int not null,
    kind text not null,
    seat text not null check (seat in ('candidate', 'referrer', 'recruiter')),
    subject_kind text not null check (subject_kind in ('invitation', 'application')),
    subject_id uuid not null,
    stage text,
    round int,
    since timestamptz,
    due_at timestamptz,
    primary key (message_id, place)
  )`,
  `create index digest_item_subject on digest_item (subject_id)`,

  `alter table outbox drop constraint outbox_kind_check`,
  `alter table outbox add constraint outbox_kind_check check (kind in ('login-code', 'invitation', 'message')),
    add column message_id uuid references message (id) on delete cascade,
    add column person_id uuid references person (id),
    -- Over which channel it went or is going.
    add column channel text check (channel in ('sms', 'wecom', 'subscribe', 'email')),
    -- Given to a provider who cannot tell whether he had it before: it is not given again by itself.
    add column handed_at timestamptz,
    add constraint outbox_message_check check ((kind = 'message') = (message_id is not null))`,
  `create unique index outbox_message on outbox (message_id) where message_id is not null`,
  `create index outbox_dead on outbox (done_at desc, id desc) where state = 'dead'`,

  // What each person wants. Without a row: everything that is open, quiet at the policy's hours. Minutes of the day.
  `create table notice_setting (
    person_id uuid primary key references person (id),
    wecom boolean not null,
    subscribe boolean not null,
    email boolean not null,
    -- Whether a candidate wants the weekly word too.
    weekly boolean not null,
    quiet_from int not null check (quiet_from between 0 and 1439),
    quiet_to int not null check (quiet_to between 0 and 1439),
    changed_at timestamptz not null
  )`,

  // One accepted tap is one message.
  `create table subscribe_credit (
    person_id uuid not null references person (id),
    template text not null,
    credits int not null check (credits >= 0),
    -- 「总是保持以上选择」: what WeChat answers by itself from now on.
    always text check (always in ('accept', 'reject')),
    changed_at timestamptz not null,
    primary key (person_id, template)
  )`,

  `alter table employee add column wecom_id text, add column email text`,

  // \`word_at\`: when the referrer is told next although nothing has happened. \`late_told\`: the due time about which
  // they were told that it is over.
  `alter table invitation add column word_at timestamptz`,
  `alter table application add column word_at timestamptz, add column candidate_word_at timestamptz,
    add column late_told timestamptz, add column protection_told_at timestamptz, add column lapse_told_at timestamptz,
    add column paused_until timestamptz, add column nudged_at timestamptz, add column nudges int not null default 0`,
  `update invitation set word_at = changed_at + interval '6 days' where status in ('waiting', 'opened', 'accepted')`,
  `update application set word_at = changed_at + interval '6 days', candidate_word_at = changed_at + interval '6 days' where ended_at is null`,
  `update application set lapse_told_at = lapsed_at where lapsed_at is not null`,
  `create index invitation_word on invitation (word_at) where status in ('waiting', 'opened', 'accepted')`,
  `create index application_word on application (word_at) where ended_at is null and owner_id is not null`,
  `create index application_candidate_word on application (candidate_word_at) where ended_at is null`,
  `create index application_late on application (due_at) where ended_at is null and owner_id is not null
    and due_at is not null and late_told is distinct from due_at`,
  `create index application_protection on application (protected_until) where protection_told_at is null and owner_id is not null
    and stage in ('rejected', 'withdrawn', 'expired', 'pooled')`,
  `create index application_lapse_told on application (lapsed_at) where lapse_told_at is null and lapsed_at is not null`,
  `create index application_nudged on application (nudged_at desc) where nudged_at is not null and ended_at is null`,

  `create table nudge (
    id uuid primary key,
    application_id uuid not null references application (id),
    by_person uuid not null references person (id),
    at timestamptz not null,
    escalated boolean not null
  )`,
  `create index nudge_application on nudge (application_id, at desc)`,

  // The candidate asked to be waited for. \`reason\` is theirs and goes with an erasure.
  `create table stage_pause (
    id uuid primary key,
    application_id uuid not null references application (id),
    by_person uuid not null references person (id),
    from_at timestamptz not null,
    until_at timestamptz not null,
    ended_at timestamptz,
    reason text
  )`,
  `create index stage_pause_application on stage_pause (application_id, from_at)`,

  `create trigger nudge_append_only before update or delete on nudge for each statement execute function refuse_change()`,
]
