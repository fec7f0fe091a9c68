import sql, { raw, type Sql } from 'sql-template-tag'
import { sessionKey, type Secrets } from '@/cloud/secrets'
import type { Phone } from '@/domain/phone'
import { idSql } from './ids'
import { employeesOf, FIRST_CANDIDATE, RECRUITER, referralsOf, tokenOf, type Population } from './population'
import { ownShares } from './seed-shares'

/** Runs one statement. */
export type Run = (statement: Sql) => Promise<unknown>

/** Fills an empty database with employees, candidates, applications, and what comes with them. */
export async function seed(run: Run, secrets: Secrets, population: Population): Promise<void> {
  // One ciphertext for everybody: what it says is never looked at, only that it can be opened.
  const enc = secrets.encrypt('+8613800138000' as Phone)
  const statements = [
    ...people(enc, population),
    ...work(population),
    ...referrals(enc, population),
    ...traces(enc, population),
    ...ownShares(population),
  ]
  for (const statement of statements) await run(statement)
  await run(sql`vacuum analyze`)
  await run(sql`checkpoint`)
}

const id = (...parts: Parameters<typeof idSql>) => raw(idSql(...parts))

function people(enc: string, population: Population): Sql[] {
  const employees = employeesOf(population)
  const keys = Array.from({ length: employees }, (_, index) => sessionKey(tokenOf(index + 1)))
  return [
    sql`insert into person (id, phone_hash, phone_enc, created_at, applications)
      select ${id('person', 'n')}, 'person:' || n, ${enc}, now(), case when n >= ${FIRST_CANDIDATE} then 1 else 0 end
      from (select generate_series(1, ${employees}::int) union all
        select generate_series(${FIRST_CANDIDATE}::int, ${FIRST_CANDIDATE + referralsOf(population) - 1}::int)) as given (n)`,
    sql`insert into employee (id, employee_number, phone_hash, phone_enc, name, department, role, created_at, updated_at)
      select ${id('employee', 'n')}, 'E' || n, 'person:' || n, ${enc}, '同事' || n, '部门' || n % 12,
        case n when ${RECRUITER}::int then 'recruiter' else 'employee' end, now(), now()
      from generate_series(1, ${employees}::int) as n`,
    sql`insert into login (key, person_id, kind, created_at, expires_at)
      select key, ${id('person', 'n')}, 'web', now(), now() + interval '30 days'
      from unnest(${keys}::text[]) with ordinality as given (key, n)`,
    // pgbench cannot hash a token: its sessions bear the number of their person.
    sql`insert into login (key, person_id, kind, created_at, expires_at)
      select n::text, ${id('person', 'n')}, 'web', now(), now() + interval '30 days' from generate_series(1, ${employees}::int) as n`,
  ]
}

function work({ jobs }: Population): Sql[] {
  return [
    sql`insert into job (id, title, department, city, headcount, description, hard_requirements, soft_traits, challenges,
        hiring_manager_id, recruiter_id, status, created_at)
      select ${id('job', 'n')}, '高级前端工程师 ' || n, '前端平台部', '上海', 2, ${'把构建提速，把老代码改到敢动。'.repeat(12)},
        '["5 年以上 Web 前端", "做过大型重构", "能读懂打包产物"]', '["耐心", "愿意带人"]', '["存量代码十年", "三个时区协作"]',
        ${id('employee', '2')}, ${id('employee', String(RECRUITER))}, 'open', now() from generate_series(1, ${jobs}::int) as n`,
  ]
}

/** Invitations that still wait are numbered behind the referrals. */
function invitations(population: Population): Sql {
  return sql`generate_series(1, ${referralsOf(population) + population.readers * population.waiting}::int) as n`
}

/** Of invitation `n`. */
function referrerOf(population: Population): Sql {
  const { applications, waiting } = population
  const applied = referralsOf(population)
  return id(
    'person',
    `case when n <= ${applied} then (n - 1) / ${applications} else (n - 1 - ${applied}) / ${waiting} end + 1`,
  )
}

function referrals(enc: string, population: Population): Sql[] {
  const last = referralsOf(population)
  const [all, referrer] = [invitations(population), referrerOf(population)]
  const job = id('job', `n % ${population.jobs} + 1`)
  const applied = sql`generate_series(1, ${last}::int) as n`
  const candidate = id('person', `${FIRST_CANDIDATE - 1} + n`)
  return [
    sql`insert into share (id, token, channel, referrer_id, job_id, created_at)
      select ${id('share', 'n')}, 'token-' || n, 'invite', ${referrer}, ${job}, now() from ${all}`,
    sql`insert into invitation (id, share_id, referrer_id, job_id, phone_hash, phone_enc, candidate_id, answered_at, status, relation,
        line, text_plan, sent_at, expires_at, changed_at)
      select ${id('invitation', 'n')}, ${id('share', 'n')}, ${referrer}, ${job}, 'typed:' || n, ${enc},
        case when n <= ${last} then ${candidate} end, case when n <= ${last} then now() end,
        case when n <= ${last} then 'applied' else 'waiting' end, 'former-colleague', '一起做过两个项目，代码写得稳',
        '{"kind": "skip", "reason": "no-provider"}', now(), now() + interval '30 days', now() - n * interval '1 s' from ${all}`,
    sql`insert into application (id, candidate_id, job_id, share_id, invitation_id, referrer_id, owner_id, credit, policy_version,
        reward_plan_version, candidate_name, note, stage, version, stage_since, due_at, applied_at, protected_until, changed_at)
      select ${id('application', 'n')}, ${candidate}, ${job}, ${id('share', 'n')}, ${id('invitation', 'n')}, ${referrer}, ${referrer},
        '{"rule": "accepted-first"}', 1, 1, '候选人' || n, '期待聊聊', 'interview', 4, now(), now() + interval '2 days', now(),
        now() + interval '180 days', now() - n * interval '1 s' from ${applied}`,
    sql`insert into stage_event (id, application_id, from_stage, to_stage, round, by_person, at)
      select ${id('event', 'n * 4 + step')}, ${id('application', 'n')}, stages[step], stages[step + 1], 1, ${id('person', String(RECRUITER))},
        now() + step * interval '1 s'
      from ${applied}, generate_series(0, 3) as step, (select array['applied', 'screening', 'review', 'interview']) as given (stages)`,
    sql`insert into stage_text (event_id, candidate_text, referrer_text)
      select id, '你的简历已经看过，我们很快和你约时间。', '你推荐的同学进入下一步，安排好会第一时间告诉你。' from stage_event`,
  ]
}

/**
 * What invitations leave in the tables around them. Without it those would be empty, and PostgreSQL would plan for empty
 * tables as long as a connection lives: it asked pgbench's new connections for less work than ours.
 */
function traces(enc: string, population: Population): Sql[] {
  const [all, referrer] = [invitations(population), referrerOf(population)]
  return [
    sql`insert into outbox (id, kind, recipient_hash, recipient_enc, body_enc, invitation_id, dedupe_key, run_at, attempts, state,
        created_at, done_at)
      select ${id('text', 'n')}, 'invitation', 'typed:' || n, ${enc}, ${enc}, ${id('invitation', 'n')}, 'invitation:' || n, now(), 1,
        'sent', now() - interval '2 days', now() from ${all}`,
    sql`insert into answer (actor, request_id, call, reply, at)
      select ${referrer}, 'earlier-' || n, 'invitation.send', '{"already": false}', now() - interval '2 days' from ${all}`,
    sql`insert into typed_number (referrer_id, phone_hash, day, at)
      select ${referrer}, 'typed:' || n, current_date - 1, now() - interval '2 days' from ${all}`,
    sql`insert into change (person_id, kind, subject_id, at)
      select ${referrer}, 'invitation', ${id('invitation', 'n')}, now() - interval '2 days' from ${all}`,
    sql`insert into number_quota (referrer_id, day, typed)
      select referrer_id, day, count(*) from typed_number group by referrer_id, day`,
  ]
}
