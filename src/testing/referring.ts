import sql from 'sql-template-tag'
import { iso } from '@/cloud/store/invitation'
import type { Decision } from '@/domain/attribution/decision'
import { effectiveOwner, type AttributionEvent } from '@/domain/attribution/owner'
import { requestId, send, type Colleague, type Company, type Sent, type Somebody } from './company'
import { openedBy } from './opening'

/** The ways by which a candidate comes from a colleague, one step of the real calls each. */
export function referring(company: Company) {
  const steps = {
    async invite(by: Colleague, candidate: Somebody, jobId: string | null): Promise<string> {
      return (await company.must(by, 'invitation.send', send(candidate.phone, jobId))).invitation.id
    },
    accept: (candidate: Somebody, id: string) =>
      company.must(candidate, 'invitation.accept', { requestId: requestId(), id }),
    async invited(by: Colleague, candidate: Somebody, jobId: string | null): Promise<string> {
      const id = await steps.invite(by, candidate, jobId)
      await steps.accept(candidate, id)
      return id
    },
    async share(by: Colleague, channel: Sent<'share.create'>['channel'], jobId: string | null = null) {
      const wish = { requestId: requestId(), channel, jobId, name: null, title: null }
      return (await company.must(by, 'share.create', wish)).share
    },
    /** Opens a share while logged in. */
    async touches(candidate: Somebody, token: string): Promise<void> {
      const reply = await openedBy(company, token, { who: candidate })
      if (!reply.ok) throw new Error(`share.open answered ${reply.code}`)
    },
    application: applicationFor,
    async applies(candidate: Somebody, jobId: string, more: Partial<Sent<'application.submit'>> = {}) {
      const input = steps.application(jobId, more)
      return (await company.must(candidate, 'application.submit', input)).applicationId
    },
    withdraws: (candidate: Somebody, id: string) =>
      company.must(candidate, 'application.withdraw', { requestId: requestId(), id, reason: null }),
    moves: (by: Colleague, id: string, version: number, to: Sent<'stage.move'>['to'], reason = '原因') =>
      company.must(by, 'stage.move', {
        ...{ requestId: requestId(), id, version, to, reason },
        ...{ candidateText: '下一步', referrerText: '有进展', internalNote: null },
      }),
    ruling: (id: string, owner: Sent<'application.ruleSource'>['owner'], reason = '核实过聊天记录') => ({
      ...{ requestId: requestId(), id, owner, reason },
    }),
    transfer: (id: string, version: number, jobId: string) => ({
      ...{ requestId: requestId(), id, version, jobId, reason: null },
      ...{ candidateText: '我们想请你看看另一个职位', referrerText: 'TA 转到另一个职位' },
    }),
    /** What stands frozen on the application, and who owns it now. */
    source: (id: string) =>
      company.service.db
        .one<Source>(sql`select referrer_id as "referrerId", owner_id as "ownerId", share_id as "shareId",
        through_share_id as "throughShareId", credit, policy_version as "policyVersion", protected_until as "protectedUntil"
        from application where id = ${id}`),
  }
  return steps
}

/** The input of a plain `application.submit`. */
export function applicationFor(
  jobId: string,
  more: Partial<Sent<'application.submit'>> = {},
): Sent<'application.submit'> {
  return {
    ...{ requestId: requestId(), jobId, invitationId: null, name: '周宁', note: null, fileId: null },
    ...more,
  }
}

export type Source = {
  referrerId: string | null
  ownerId: string | null
  shareId: string | null
  throughShareId: string | null
  credit: Decision
  policyVersion: number
  protectedUntil: Date
}

/** The owner of an application as its frozen source and its events make it: what `owner_id` must always say. */
export async function derivedOwner(company: Company, id: string): Promise<string | null> {
  const { frozen, events } = await company.service.db.one<{
    frozen: string | null
    events: AttributionEvent[]
  }>(sql`select referrer_id as frozen, (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind,
      'ownerId', e.owner_id, 'at', ${iso(sql`e.at`)})), '[]') from attribution_event e where e.application_id = a.id) as events
    from application a where a.id = ${id}`)
  return effectiveOwner(frozen, events)
}
