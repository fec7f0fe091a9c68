import sql from 'sql-template-tag'
import type { Decision } from '@/domain/attribution/decision'
import type { JobSide, People } from '@/domain/attribution/history'
import type { AttributionEvent } from '@/domain/attribution/owner'
import type { Channel } from '@/domain/share'
import type { Database } from '@/cloud/store/database'
import type { Round } from './round'

/** The rows a round has left, read plainly: nothing here shares a query with what is tested. Moments are ISO texts. */
export type Tables = {
  applications: ApplicationRow[]
  events: (AttributionEvent & { fromJob: string | null; toJob: string | null })[]
  touches: TouchRow[]
  proofs: { visitor: string; personId: string; at: string }[]
  invitations: {
    id: string
    shareId: string
    referrerId: string
    status: string
    acceptedAt: string | null
  }[]
  people: People
  jobs: Record<string, JobSide>
}

export type ApplicationRow = {
  id: string
  jobId: string
  stage: string
  referrerId: string | null
  ownerId: string | null
  credit: Decision
  appliedAt: string
  endedAt: string | null
}

export type TouchRow = {
  token: string
  shareId: string
  channel: Channel
  referrerId: string
  visitor: string
  personId: string | null
  at: string
}

export async function readTables(
  db: Database,
  { candidate, visitors }: Round,
  phoneHash: string,
): Promise<Tables> {
  const { id } = candidate
  const rows = async <Row extends object>(statement: ReturnType<typeof sql>) =>
    (await db.rows<object>(statement)).map(withTexts) as Row[]
  const employees = await rows<{ id: string; active: boolean; intern: boolean }>(
    sql`select p.id, e.active, e.intern from employee e join person p on p.phone_hash = e.phone_hash`,
  )
  const jobs = await rows<
    JobSide & { id: string }
  >(sql`select j.id, r.id as "recruiterId", m.id as "hiringManagerId" from job j
    left join employee re on re.id = j.recruiter_id left join person r on r.phone_hash = re.phone_hash
    left join employee me on me.id = j.hiring_manager_id left join person m on m.phone_hash = me.phone_hash`)
  return {
    applications:
      await rows(sql`select id, job_id as "jobId", stage, referrer_id as "referrerId", owner_id as "ownerId", credit,
      applied_at as "appliedAt", ended_at as "endedAt" from application where candidate_id = ${id}`),
    events:
      await rows(sql`select e.id, e.kind, e.owner_id as "ownerId", e.from_job as "fromJob", e.to_job as "toJob", e.at
      from attribution_event e join application a on a.id = e.application_id where a.candidate_id = ${id}`),
    touches:
      await rows(sql`select s.token, s.id as "shareId", s.channel, s.referrer_id as "referrerId", t.visitor,
      t.person_id as "personId", t.at from touch t join share s on s.id = t.share_id
      where t.visitor in (${visitors[0]}, ${visitors[1]}) or t.person_id = ${id}`),
    proofs: await rows(sql`select visitor, person_id as "personId", at from visitor_proof
      where visitor in (${visitors[0]}, ${visitors[1]})`),
    invitations: await rows(sql`select id, share_id as "shareId", referrer_id as "referrerId", status,
      case when candidate_id = ${id} then answered_at end as "acceptedAt" from invitation where phone_hash = ${phoneHash}`),
    people: Object.fromEntries(employees.map(({ id: person, ...referrer }) => [person, referrer])),
    jobs: Object.fromEntries(jobs.map(({ id: job, ...side }) => [job, side])),
  }
}

function withTexts(row: object): object {
  const texts = Object.entries(row).map(([name, value]: [string, unknown]) => [
    name,
    value instanceof Date ? value.toISOString() : value,
  ])
  return Object.fromEntries(texts) as object
}
