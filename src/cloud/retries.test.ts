import sql from 'sql-template-tag'
import { freshPhone, openCompany, requestId, send, type Colleague, type Company } from '@/testing/company'

let company: Company
let referrer: Colleague
let recruiter: Colleague
let jobId: string

beforeAll(async () => {
  company = await openCompany()
  referrer = await company.colleague()
  recruiter = await company.colleague({ role: 'recruiter', name: '陈思' })
  jobId = await company.job({ recruiter })
})
afterAll(() => company.close())

const twenty = <T>(run: () => Promise<T>) => Promise.all(Array.from({ length: 20 }, run))
const count = async (statement: ReturnType<typeof sql>) =>
  (await company.service.db.one<{ n: number }>(statement)).n

describe('the same request sent 20 times at once', () => {
  it('makes one invitation, one text and 20 equal answers', async () => {
    const phone = freshPhone()
    const input = send(phone, jobId)
    const replies = await twenty(() => company.call(referrer, 'invitation.send', input))
    expect(replies[0]).toMatchObject({ ok: true, data: { already: false } })
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    const hash = company.service.secrets.phoneHash(phone)
    expect(await count(sql`select count(*) as n from invitation where phone_hash = ${hash}`)).toBe(1)
    expect(await count(sql`select count(*) as n from outbox where recipient_hash = ${hash}`)).toBe(1)
  })

  it('makes one application and 20 equal answers', async () => {
    const candidate = await company.person()
    const input = {
      requestId: requestId(),
      jobId,
      invitationId: null,
      name: '周宁',
      note: null,
      fileId: null,
    }
    const replies = await twenty(() => company.call(candidate, 'application.submit', input))
    expect(replies[0]).toMatchObject({ ok: true })
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(await count(sql`select count(*) as n from application where candidate_id = ${candidate.id}`)).toBe(
      1,
    )
  })

  it('makes one stage event and 20 equal answers', async () => {
    const id = await company.application(referrer, await company.person(), jobId)
    const input = {
      ...{ requestId: requestId(), id, version: 1, to: 'screening' as const, reason: null },
      ...{ candidateText: '在看了', referrerText: '初筛中', internalNote: null },
    }
    const replies = await twenty(() => company.call(recruiter, 'stage.move', input))
    expect(replies[0]).toMatchObject({ ok: true, data: { stage: 'screening', version: 2 } })
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(await count(sql`select count(*) as n from stage_event where application_id = ${id}`)).toBe(2)
  })

  it('accepts, declines, endorses and revokes once', async () => {
    const candidate = await company.person()
    const { invitation } = await company.must(referrer, 'invitation.send', send(candidate.phone, jobId))
    const endorse = { requestId: requestId(), id: invitation.id, relation: 'friend' as const, line: null }
    expect(
      new Set((await twenty(() => company.call(referrer, 'invitation.endorse', endorse))).map((r) => r.ok)),
    ).toEqual(new Set([true]))
    const accept = { requestId: requestId(), id: invitation.id }
    expect(
      new Set((await twenty(() => company.call(candidate, 'invitation.accept', accept))).map((r) => r.ok)),
    ).toEqual(new Set([true]))
    const decline = { requestId: requestId(), token: invitation.token, erase: true }
    const declined = await twenty(() => company.call(null, 'invitation.decline', decline))
    expect(new Set(declined.map((r) => JSON.stringify(r)))).toEqual(
      new Set([JSON.stringify({ ok: true, data: { erased: true } })]),
    )
  })
})

it('gives one recruiter the move and tells the other of the conflict', async () => {
  const second = await company.colleague({ role: 'recruiter', name: '何帆' })
  for (let round = 0; round < 10; round++) {
    const id = await company.application(referrer, await company.person(), jobId)
    const move = (to: 'screening' | 'rejected') => ({
      ...{ requestId: requestId(), id, version: 1, to, reason: null },
      ...{ candidateText: '…', referrerText: '…', internalNote: null },
    })
    const replies = await Promise.all([
      company.call(recruiter, 'stage.move', move('screening')),
      company.call(second, 'stage.move', move('rejected')),
    ])
    expect(replies.map((reply) => (reply.ok ? 'moved' : reply.code)).sort()).toEqual([
      'moved',
      'stage-conflict',
    ])
  }
})

it('loses none of 200 candidates who apply for one job at once', async () => {
  const wanted = await company.job({ recruiter })
  const candidates = await Promise.all(Array.from({ length: 200 }, () => company.person()))
  const replies = await Promise.all(
    candidates.map((candidate) => {
      const input = {
        requestId: requestId(),
        jobId: wanted,
        invitationId: null,
        name: '候选人',
        note: null,
        fileId: null,
      }
      return company.call(candidate, 'application.submit', input)
    }),
  )
  expect(replies.filter((reply) => !reply.ok)).toEqual([])
  expect(await count(sql`select count(*) as n from application where job_id = ${wanted}`)).toBe(200)
  expect(
    await count(
      sql`select count(*) as n from stage_event v join application a on a.id = v.application_id where a.job_id = ${wanted}`,
    ),
  ).toBe(200)
})

it('makes one live invitation of two different requests for the same number and job', async () => {
  const phone = freshPhone()
  const replies = await Promise.all(
    [send(phone, jobId), send(phone, jobId)].map((input) => company.call(referrer, 'invitation.send', input)),
  )
  const ids = replies.map((reply) => reply.ok && reply.data.invitation.id)
  expect(new Set(ids).size).toBe(1)
  expect(replies.map((reply) => reply.ok && reply.data.already).sort()).toEqual([false, true])
})

it('lets revoking and accepting at once end in one of the two', async () => {
  for (let round = 0; round < 10; round++) {
    const candidate = await company.person()
    const { invitation } = await company.must(referrer, 'invitation.send', send(candidate.phone, jobId))
    await company.must(candidate, 'invitation.accept', { requestId: requestId(), id: invitation.id })
    const input = {
      requestId: requestId(),
      jobId,
      invitationId: invitation.id,
      name: '周宁',
      note: null,
      fileId: null,
    }
    const [revoked, applied] = await Promise.all([
      company.call(referrer, 'invitation.revoke', { requestId: requestId(), id: invitation.id }),
      company.call(candidate, 'application.submit', input),
    ])
    if (revoked.ok) {
      const credited = await count(
        sql`select count(*) as n from application where candidate_id = ${candidate.id} and referrer_id is not null`,
      )
      expect(credited).toBe(0)
    } else {
      expect(applied).toMatchObject({ ok: true })
    }
  }
})
