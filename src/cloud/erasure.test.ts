import sql from 'sql-template-tag'
import { PDFDocument } from 'pdf-lib'
import { openCompany, requestId, send, type Colleague, type Company, type Somebody } from '@/testing/company'
import { everyTableAsText } from '@/testing/dump'
import { memoryDoors } from '@/testing/doors'
import { dispatch } from './dispatch'

const doors = memoryDoors()
let company: Company
let referrer: Colleague
let recruiter: Colleague
let jobId: string

beforeAll(async () => {
  company = await openCompany(doors)
  referrer = await company.colleague()
  recruiter = await company.colleague({ role: 'recruiter', name: '陈思' })
  jobId = await company.job({ recruiter })
})
afterAll(() => company.close())

const NAME = '欧阳不凡'

async function applyWithResume(candidate: Somebody): Promise<string> {
  const { invitation } = await company.must(referrer, 'invitation.send', {
    ...send(candidate.phone, jobId),
    line: `${NAME}很靠谱`,
  })
  await company.must(candidate, 'invitation.accept', { requestId: requestId(), id: invitation.id })
  const pdf = await PDFDocument.create()
  pdf.addPage()
  const upload = await dispatch(
    'file.upload',
    { requestId: requestId() },
    { ...company.context(candidate), upload: await pdf.save() },
  )
  if (!upload.ok) throw new Error(upload.code)
  const { fileId } = upload.data as { fileId: string }
  const input = {
    requestId: requestId(),
    jobId,
    invitationId: invitation.id,
    name: NAME,
    note: `我是${NAME}`,
    fileId,
  }
  const { applicationId } = await company.must(candidate, 'application.submit', input)
  await company.must(recruiter, 'stage.move', {
    ...{ requestId: requestId(), id: applicationId, version: 1, to: 'screening', reason: null },
    ...{ candidateText: `${NAME}你好`, referrerText: `${NAME}初筛中`, internalNote: `给${NAME}打电话` },
  })
  return applicationId
}

it('removes number, name, words and file, and leaves the countable facts', async () => {
  const candidate = await company.person()
  const id = await applyWithResume(candidate)
  expect(doors.stored.size).toBe(1)
  expect(await company.must(candidate, 'me.erase', { requestId: requestId() })).toEqual({
    applications: 1,
    files: 1,
  })

  const dump = await everyTableAsText(company.service.db)
  expect(dump).not.toContain(NAME)
  expect(dump).not.toContain(company.service.secrets.phoneHash(candidate.phone))
  expect(doors.stored.size).toBe(0)

  const facts = await company.service.db
    .one(sql`select a.stage, a.referrer_id, a.credit ->> 'rule' as rule, a.file_id,
    (select count(*) from stage_event where application_id = a.id) as events from application a where a.id = ${id}`)
  expect(facts).toEqual({
    stage: 'withdrawn',
    referrer_id: referrer.id,
    rule: 'accepted-first',
    file_id: null,
    events: 3,
  })
})

it('shows the referrer and the recruiter a process without a face', async () => {
  const candidate = await company.person()
  const id = await applyWithResume(candidate)
  await company.must(candidate, 'me.erase', { requestId: requestId() })
  for (const [who, as] of [
    [referrer, 'referrer'],
    [recruiter, 'recruiter'],
  ] as const) {
    expect(await company.must(who, 'progress.get', { as, id })).toMatchObject({
      ...{ name: null, maskedPhone: null, resume: null, note: null, stage: 'withdrawn' },
    })
  }
  expect(await company.must(recruiter, 'application.revealPhone', { requestId: requestId(), id })).toEqual({
    phone: null,
  })
})

it('ends every session of the person, and a new proof begins a new person', async () => {
  const candidate = await company.person()
  await applyWithResume(candidate)
  await company.must(candidate, 'me.erase', { requestId: requestId() })
  expect(await company.must(candidate, 'me.get', {})).toMatchObject({ id: null })
  const again = await company.person(candidate.phone)
  const { items } = await company.must(again, 'progress.list', { as: 'candidate', filter: 'all' })
  expect(items).toEqual([])
})

it('leaves an employee their account and removes them as a candidate', async () => {
  const both = await company.colleague({ name: '何帆' })
  await applyWithResume(both)
  await company.must(both, 'me.erase', { requestId: requestId() })
  expect(await company.must(both, 'me.get', {})).toMatchObject({ employee: { name: '何帆' } })
  expect(await everyTableAsText(company.service.db)).not.toContain(NAME)
})

it('writes no number and no name in the clear, into no table and no line of the log', async () => {
  const candidate = await company.person()
  await applyWithResume(candidate)
  await company.must(null, 'session.start', { phone: candidate.phone })
  await company.call(null, 'session.verify', { phone: candidate.phone, code: '000000' })
  const dump = await everyTableAsText(company.service.db)
  for (const { phone } of [candidate, referrer, recruiter]) {
    expect(dump).not.toContain(phone.slice(3))
    expect(company.lines.join('\n')).not.toContain(phone.slice(3))
  }
  expect(company.lines.join('\n')).not.toContain(NAME)
})

it('takes what they were told and how they wanted to be told, and tells whoever waits that it is over', async () => {
  const { db } = company.service
  const [candidate, both] = [await company.person(), await company.colleague({ name: '何帆' })]
  const choices = {
    wecom: true,
    subscribe: true,
    email: true,
    texts: true,
    weekly: true,
    quietFrom: 0,
    quietTo: 0,
  }
  for (const who of [candidate, both]) {
    const id = await applyWithResume(who)
    await company.must(who, 'application.pause', {
      requestId: requestId(),
      id,
      days: 3,
      reason: `${NAME}要出差`,
    })
    await company.must(who, 'notice.save', { requestId: requestId(), ...choices })
    await db.rows(
      sql`insert into subscribe_credit (person_id, template, credits, changed_at) values (${who.id}, 'progress', 2, now())`,
    )
    await db.rows(sql`insert into text_quota (phone_hash, handed_at)
      values (${company.service.secrets.phoneHash(who.phone)}, array[now()]) on conflict do nothing`)
    await company.must(who, 'me.erase', { requestId: requestId() })
  }
  const left = ({ id }: Somebody) =>
    db.one(sql`select (select count(*) from message where person_id = ${id}) as messages,
      (select count(*) from outbox where person_id = ${id}) as waiting,
      (select count(*) from subscribe_credit where person_id = ${id}) as taps,
      (select count(*) from notice_setting where person_id = ${id}) as choices`)
  expect(await left(candidate)).toEqual({ messages: 0, waiting: 0, taps: 0, choices: 0 })
  // What a colleague is told as a colleague is not the candidate's.
  expect(await left(both)).toEqual({ messages: 0, waiting: 0, taps: 1, choices: 1 })
  expect(await everyTableAsText(db)).not.toContain('要出差')

  const told = await company.must(recruiter, 'inbox.list', {})
  expect(told.items.filter(({ event }) => event === 'ended').map(({ body }) => body)).toContain(
    '一位候选人退出了「高级前端工程师」的流程，不用再跟进。',
  )
})
