import { sql, type Kysely } from 'kysely'

/**
 * The ground: people, roster, jobs, shares, invitations, applications and their timeline, the outbox.
 * Phone numbers stand here twice and never in the clear: a keyed hash to find, a ciphertext to show.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // A person is one proven number. After erasure the row stays as a countable fact with nothing personal in it.
  `create table person (
    id uuid primary key,
    phone_hash text unique,
    phone_enc text,
    openid text,
    created_at timestamptz not null,
    erased_at timestamptz,
    check ((phone_hash is null) = (phone_enc is null)),
    check (phone_hash is not null or erased_at is not null)
  )`,

  // What a caller shows to be somebody: the hash of a web session's token, or of a WeChat openid.
  `create table login (
    key text primary key,
    person_id uuid not null references person (id),
    kind text not null check (kind in ('web', 'wechat')),
    created_at timestamptz not null,
    expires_at timestamptz
  )`,
  `create index login_person on login (person_id)`,

  `create table login_code (
    id uuid primary key,
    phone_hash text not null,
    code_hash text not null,
    -- The minute it was asked for: two requests at once make one code.
    slot bigint not null,
    tries int not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    unique (phone_hash, slot)
  )`,
  `create index login_code_phone on login_code (phone_hash, created_at desc)`,

  `create table employee (
    id uuid primary key,
    employee_number text not null unique,
    phone_hash text not null unique,
    phone_enc text not null,
    name text not null,
    department text not null,
    role text not null check (role in ('employee', 'recruiter', 'admin')),
    intern boolean not null default false,
    active boolean not null default true,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,

  `create table job (
    id uuid primary key,
    title text not null,
    department text not null,
    city text not null,
    headcount int not null check (headcount > 0),
    description text not null,
    hard_requirements jsonb not null,
    soft_traits jsonb not null,
    challenges jsonb not null,
    hiring_manager_id uuid references employee (id),
    recruiter_id uuid references employee (id),
    status text not null check (status in ('open', 'paused', 'closed')),
    closes_on date,
    created_at timestamptz not null
  )`,

  `create table share (
    id uuid primary key,
    token text not null unique,
    channel text not null check (channel in ('invite', 'card', 'poster', 'code', 'link')),
    referrer_id uuid not null references person (id),
    job_id uuid references job (id),
    created_at timestamptz not null
  )`,

  `create table invitation (
    id uuid primary key,
    share_id uuid not null unique references share (id),
    referrer_id uuid not null references person (id),
    job_id uuid references job (id),
    phone_hash text,
    phone_enc text,
    candidate_id uuid references person (id),
    status text not null default 'waiting'
      check (status in ('waiting', 'opened', 'accepted', 'applied', 'declined', 'expired', 'revoked')),
    relation text,
    line text,
    text_plan jsonb not null,
    sent_at timestamptz not null,
    opened_at timestamptz,
    answered_at timestamptz,
    expires_at timestamptz not null,
    changed_at timestamptz not null,
    check ((phone_hash is null) = (phone_enc is null))
  )`,
  // The same referrer inviting the same number for the same job again meets the invitation that stands.
  `create unique index invitation_once on invitation (referrer_id, phone_hash, job_id) nulls not distinct
    where status in ('waiting', 'opened', 'accepted', 'applied') and phone_hash is not null`,
  `create index invitation_phone on invitation (phone_hash) where phone_hash is not null`,
  `create index invitation_referrer on invitation (referrer_id, changed_at desc)`,
  `create index invitation_candidate on invitation (candidate_id)`,
  `create index invitation_expiry on invitation (expires_at) where status in ('waiting', 'opened', 'accepted', 'declined')`,

  `create table file (
    id uuid primary key,
    owner_id uuid not null references person (id),
    -- Unique: nobody can hand in a file that is somebody else's.
    stored_as text not null unique,
    kind text not null check (kind in ('pdf', 'doc', 'docx')),
    bytes int not null,
    created_at timestamptz not null
  )`,
  `create index file_owner on file (owner_id)`,

  // Source, policy and reward plan are frozen at insert: no statement of ours updates them.
  `create table application (
    id uuid primary key,
    candidate_id uuid not null references person (id),
    job_id uuid not null references job (id),
    share_id uuid references share (id),
    invitation_id uuid references invitation (id),
    referrer_id uuid references person (id),
    credit jsonb not null,
    policy_version int not null,
    reward_plan_version int not null,
    candidate_name text,
    note text,
    file_id uuid references file (id) on delete set null,
    stage text not null,
    round int not null default 1,
    version int not null default 1,
    stage_since timestamptz not null,
    due_at timestamptz,
    applied_at timestamptz not null,
    ended_at timestamptz,
    protected_until timestamptz not null,
    changed_at timestamptz not null
  )`,
  `create unique index application_once on application (candidate_id, job_id) where ended_at is null`,
  `create index application_referrer on application (referrer_id, changed_at desc)`,
  `create index application_job on application (job_id)`,
  `create index application_changed on application (changed_at desc, id desc)`,
  `create index application_due on application (due_at) where ended_at is null and due_at is not null`,
  `create index application_invitation on application (invitation_id)`,

  `create table stage_event (
    id uuid primary key,
    application_id uuid not null references application (id),
    from_stage text,
    to_stage text not null,
    round int not null,
    by_person uuid references person (id),
    at timestamptz not null
  )`,
  `create index stage_event_application on stage_event (application_id, id)`,

  // Words about a person stand apart from the facts, so that erasure can remove them and the facts stay append-only.
  `create table stage_text (
    event_id uuid primary key references stage_event (id),
    candidate_text text,
    referrer_text text,
    internal_note text,
    reason text
  )`,

  // One row per person who should look again. The transaction id lets a cursor be exact: see store/progress.
  `create table change (
    person_id uuid not null,
    kind text not null check (kind in ('invitation', 'application')),
    subject_id uuid not null,
    txid xid8 not null default pg_current_xact_id(),
    at timestamptz not null
  )`,
  `create index change_person on change (person_id, txid)`,

  // The first answer to a request id, given again to every retry. Holds ids and states, nothing personal.
  `create table answer (
    actor text not null,
    request_id text not null,
    call text not null,
    reply json not null,
    at timestamptz not null,
    primary key (actor, request_id)
  )`,
  `create index answer_at on answer (at)`,

  // Numbers a referrer typed: the 30-a-day limit, and the trace that it was not used to find out who looks for work.
  `create table typed_number (
    referrer_id uuid not null references person (id),
    phone_hash text not null,
    day date not null,
    at timestamptz not null,
    primary key (referrer_id, day, phone_hash)
  )`,

  `create table text_opt_out (
    phone_hash text primary key,
    at timestamptz not null
  )`,

  `create table outbox (
    id uuid primary key,
    kind text not null check (kind in ('login-code', 'invitation')),
    recipient_hash text,
    recipient_enc text,
    body_enc text,
    invitation_id uuid references invitation (id),
    dedupe_key text not null unique,
    run_at timestamptz not null,
    attempts int not null default 0,
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'dropped', 'dead')),
    reason text,
    created_at timestamptz not null,
    done_at timestamptz
  )`,
  `create index outbox_due on outbox (run_at) where state = 'waiting'`,
  `create index outbox_recipient on outbox (recipient_hash, created_at) where recipient_hash is not null`,

  `create table audit (
    id uuid primary key,
    person_id uuid not null references person (id),
    action text not null,
    subject_id uuid not null,
    at timestamptz not null
  )`,

  `create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$`,
  ...['stage_event', 'audit'].map(
    (table) => `create trigger ${table}_append_only before update or delete on ${table}
      for each statement execute function refuse_change()`,
  ),
  `create function refuse_new_source() returns trigger language plpgsql as $$
    begin raise exception 'the source of an application is frozen' using errcode = 'restrict_violation'; end $$`,
  `create trigger application_source_frozen before update on application for each row
    when ((old.share_id, old.referrer_id, old.credit, old.policy_version, old.reward_plan_version, old.applied_at)
      is distinct from (new.share_id, new.referrer_id, new.credit, new.policy_version, new.reward_plan_version, new.applied_at))
    execute function refuse_new_source()`,
]
