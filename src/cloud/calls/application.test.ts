import sql from 'sql-template-tag'
import { PDFDocument } from 'pdf-lib'
import { addDays } from '@/domain/shanghai'
import {
  freshPhone,
  MONDAY,
  openCompany,
  requestId,
  send,
  type Colleague,
  type Company,
  type Somebody,
} from '@/testing/company'
import { dispatch } from '../dispatch'

let company: Company
let referrer: Colleague
let recruiter: Colleague
let jobId: string

beforeAll(async () => {
  company = await openCompany()
  referrer = await company.colleague()
  recruiter = await company.colleague({ role: 'recruiter', name: '陈思', department: '人力与行政部' })
  jobId = await company.job({ recruiter })
})
afterAll(() => company.close())
beforeEach(() => company.at(MONDAY))

const submit = (job: string, invitationId: string | null = null, fileId: string | null = null) => ({
  requestId: requestId(),
  jobId: job,
  invitationId,
  name: '周宁',
  note: '期待聊聊',
  fileId,
})
const invite = async (by: Colleague, candidate: Somebody, job: string | null = jobId) =>
  (await company.must(by, 'invitation.send', send(candidate.phone, job))).invitation.id
const accept = (candidate: Somebody, id: string) =>
  company.must(candidate, 'invitation.accept', { requestId: requestId(), id })
const sourceOf = (id: string) =>
  company.service.db.one<{ referrer_id: string | null; credit: object }>(
    sql`select referrer_id, credit from application where id = ${id}`,
  )

describe('application.submit', () => {
  it('credits the invitation that was accepted first, not the one that was sent first or applied through', async () => {
    const candidate = await company.person()
    const second = await company.colleague({ name: '王磊' })
    const sentFirst = await invite(referrer, candidate)
    const acceptedFirst = await invite(second, candidate)
    await accept(candidate, acceptedFirst)
    company.at(new Date(MONDAY.getTime() + 60_000))
    await accept(candidate, sentFirst)
    const { applicationId } = await company.must(candidate, 'application.submit', submit(jobId, sentFirst))
    expect(await sourceOf(applicationId)).toMatchObject({
      referrer_id: second.id,
      credit: { rule: 'accepted-first', invitationId: acceptedFirst },
    })
  })

  it('shows whoever invited that their invitation was applied through, also where another one is credited', async () => {
    const candidate = await company.person()
    const inviter = await company.colleague()
    const credited = await invite(referrer, candidate)
    const through = await invite(inviter, candidate)
    await accept(candidate, credited)
    company.at(new Date(MONDAY.getTime() + 60_000))
    await accept(candidate, through)
    const news = sql`select kind, subject_id as id from change where person_id = ${inviter.id} and at > ${MONDAY}
      and subject_id = ${through} order by txid`
    const before = await company.service.db.rows(news)
    await company.must(candidate, 'application.submit', submit(jobId, through))
    expect(await company.service.db.rows(news)).toEqual([...before, { kind: 'invitation', id: through }])
    expect(
      await company.service.db.rows(
        sql`select event from message where person_id = ${inviter.id} and event = 'applied'`,
      ),
    ).toEqual([])
  })

  it('credits nobody for somebody who came on their own', async () => {
    const { applicationId } = await company.must(await company.person(), 'application.submit', submit(jobId))
    expect(await sourceOf(applicationId)).toMatchObject({
      referrer_id: null,
      credit: { rule: 'nobody', reason: 'no-source', referrerId: null, others: [] },
    })
  })

  it('credits no recruiter for a job of theirs, and nobody who has left', async () => {
    const byRecruiter = await company.person()
    await accept(byRecruiter, await invite(recruiter, byRecruiter))
    const first = await company.must(byRecruiter, 'application.submit', submit(jobId))
    expect(await sourceOf(first.applicationId)).toMatchObject({
      credit: { rule: 'nobody', reason: 'own-job' },
    })

    const leaver = await company.colleague()
    const byLeaver = await company.person()
    await accept(byLeaver, await invite(leaver, byLeaver))
    await company.service.db.rows(sql`update employee set active = false where id = ${leaver.employeeId}`)
    const second = await company.must(byLeaver, 'application.submit', submit(jobId))
    expect(await sourceOf(second.applicationId)).toMatchObject({ credit: { rule: 'nobody', reason: 'left' } })
  })

  it('lets a general invitation lead to a job of the candidate’s choice', async () => {
    const candidate = await company.person()
    const id = await invite(referrer, candidate, null)
    await accept(candidate, id)
    const { applicationId } = await company.must(candidate, 'application.submit', submit(jobId, id))
    expect(await sourceOf(applicationId)).toMatchObject({ referrer_id: referrer.id })
  })

  it.each([
    ['a closed job', async () => submit(await company.job({ status: 'closed' })), 'job-closed'],
    ['an unknown job', async () => submit('00000000-0000-7000-8000-000000000000'), 'not-found'],
    ['an unknown invitation', async () => submit(jobId, '00000000-0000-7000-8000-000000000000'), 'not-found'],
    [
      'somebody else’s invitation',
      async () => submit(jobId, await invite(referrer, await company.person())),
      'not-addressee',
    ],
    [
      'a file of somebody else',
      async () => submit(jobId, null, await uploadPdf(await company.person())),
      'not-found',
    ],
  ])('refuses %s', async (_what, input, code) => {
    expect(await company.call(await company.person(), 'application.submit', await input())).toMatchObject({
      ok: false,
      code,
    })
  })

  it('takes one active application per job, and another after the first has ended', async () => {
    const candidate = await company.person()
    const { applicationId } = await company.must(candidate, 'application.submit', submit(jobId))
    expect(await company.call(candidate, 'application.submit', submit(jobId))).toMatchObject({
      code: 'already-applied',
    })
    await company.must(candidate, 'application.withdraw', {
      requestId: requestId(),
      id: applicationId,
      reason: null,
    })
    expect(await company.call(candidate, 'application.submit', submit(jobId))).toMatchObject({ ok: true })
  })

  it('freezes the source: the database itself refuses to change it', async () => {
    const applicationId = await company.application(referrer, await company.person(), jobId)
    await expect(
      company.service.db.rows(
        sql`update application set referrer_id = ${recruiter.id} where id = ${applicationId}`,
      ),
    ).rejects.toThrow('frozen')
    await expect(
      company.service.db.rows(sql`delete from stage_event where application_id = ${applicationId}`),
    ).rejects.toThrow('append-only')
  })
})

async function uploadPdf(who: Somebody): Promise<string> {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  const reply = await dispatch(
    'file.upload',
    { requestId: requestId() },
    { ...company.context(who), upload: await pdf.save() },
  )
  if (!reply.ok) throw new Error(reply.code)
  return (reply.data as { fileId: string }).fileId
}

describe('file.upload', () => {
  it('keeps a real PDF, which candidate and recruiter can open and the referrer cannot', async () => {
    const candidate = await company.person()
    const id = await invite(referrer, candidate)
    await accept(candidate, id)
    const fileId = await uploadPdf(candidate)
    const { applicationId } = await company.must(candidate, 'application.submit', submit(jobId, id, fileId))
    expect(await company.must(candidate, 'file.link', { applicationId })).toMatchObject({
      kind: 'pdf',
      expiresIn: 300,
    })
    expect(await company.must(recruiter, 'file.link', { applicationId })).toMatchObject({ kind: 'pdf' })
    expect(await company.call(referrer, 'file.link', { applicationId })).toMatchObject({ code: 'forbidden' })
  })

  it.each([
    ['a picture by the name of a résumé', Buffer.from('\x89PNG\r\n'), 'file-kind'],
    ['an empty file', Buffer.alloc(0), 'file-size'],
    [
      'a file over 10 MB',
      Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(10 * 1024 * 1024)]),
      'file-size',
    ],
  ])('refuses %s', async (_what, upload, code) => {
    const candidate = await company.person()
    const reply = await dispatch(
      'file.upload',
      { requestId: requestId() },
      { ...company.context(candidate), upload },
    )
    expect(reply).toMatchObject({ ok: false, code })
  })
})

describe('the timeline', () => {
  it('shows each side its own words, and internal notes to recruiters only', async () => {
    const candidate = await company.person()
    const id = await company.application(referrer, candidate, jobId)
    await company.must(recruiter, 'stage.move', {
      ...{ requestId: requestId(), id, version: 1, to: 'screening', reason: null },
      ...{ candidateText: '正在看你的经历', referrerText: '已开始初筛', internalNote: '面试官选王磊' },
    })
    const asCandidate = await company.must(candidate, 'progress.get', { as: 'candidate', id })
    const asReferrer = await company.must(referrer, 'progress.get', { as: 'referrer', id })
    const asRecruiter = await company.must(recruiter, 'progress.get', { as: 'recruiter', id })

    expect(asCandidate.events.map((event) => event.text).at(-1)).toBe('正在看你的经历')
    expect(asReferrer.events.map((event) => event.text).at(-1)).toBe('已开始初筛')
    expect(asRecruiter.events.at(-1)?.internal).toMatchObject({ note: '面试官选王磊', by: '陈思' })
    for (const view of [asCandidate, asReferrer]) {
      expect(JSON.stringify(view)).not.toContain('面试官')
      expect(view).toMatchObject({ stage: 'screening', owner: { name: '林晓' }, handler: '陈思' })
    }
    expect(asReferrer).toMatchObject({ note: null, resume: null, name: '周宁' })
    expect(asCandidate.protectedUntil).toBe(addDays(MONDAY, 180).toISOString())
    expect(asCandidate.dueAt).toBe('2026-11-25T08:00:00.000Z')
  })

  it('counts every filter and lists the newest first', async () => {
    const busy = await company.colleague({ name: '赵可' })
    await company.application(busy, await company.person(), jobId)
    const ended = await company.person()
    const endedId = await company.application(busy, ended, jobId)
    await company.must(ended, 'application.withdraw', { requestId: requestId(), id: endedId, reason: null })
    await company.must(busy, 'invitation.send', send(freshPhone(), jobId))
    company.at(new Date('2026-11-30T10:00:00+08:00'))
    const { counts, items } = await company.must(busy, 'progress.list', { as: 'referrer', filter: 'all' })
    expect(counts).toEqual({ all: 3, waiting: 1, active: 1, late: 1, ended: 1 })
    expect(items.map((item) => item.kind).sort()).toEqual(['application', 'application', 'invitation'])
    const late = await company.must(busy, 'progress.list', { as: 'referrer', filter: 'late' })
    expect(late.items).toMatchObject([{ stage: 'applied', handler: '陈思', referrer: null }])
  })

  it('pages through everything once', async () => {
    const busy = await company.colleague({ name: '周一' })
    for (let n = 0; n < 30; n++) await company.must(busy, 'invitation.send', send(freshPhone(), jobId))
    company.at(addDays(MONDAY, 1))
    for (let n = 0; n < 25; n++) await company.must(busy, 'invitation.send', send(freshPhone(), jobId))
    const seen = new Set<string>()
    let after: string | undefined
    do {
      const page = await company.must(busy, 'progress.list', {
        as: 'referrer',
        filter: 'all',
        ...(after ? { after } : {}),
      })
      page.items.forEach((item) => seen.add(item.id))
      after = page.next ?? undefined
    } while (after)
    expect(seen.size).toBe(55)
  })
})

it('reveals a full number to a recruiter and leaves a trace', async () => {
  const candidate = await company.person()
  const id = await company.application(referrer, candidate, jobId)
  expect(await company.must(recruiter, 'application.revealPhone', { requestId: requestId(), id })).toEqual({
    phone: candidate.phone,
  })
  const traces = await company.service.db.rows(
    sql`select action from audit where subject_id = ${id} and person_id = ${recruiter.id}`,
  )
  expect(traces).toEqual([{ action: 'phone-revealed' }])
})
