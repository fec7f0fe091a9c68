import sql from 'sql-template-tag'
import { addDays } from '@/domain/shanghai'
import {
  freshPhone,
  MONDAY,
  openCompany,
  requestId,
  send,
  type Colleague,
  type Company,
} from '@/testing/company'

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
beforeEach(() => company.at(MONDAY))

const tokenOf = async (phone: string, by = referrer) =>
  (await company.must(by, 'invitation.send', send(phone, jobId))).invitation.token

describe('invitation.send', () => {
  it('gives the invitation with its source, a link and a text that carries it', async () => {
    const phone = freshPhone()
    const { invitation, already } = await company.must(referrer, 'invitation.send', send(phone, jobId))
    expect(already).toBe(false)
    expect(invitation).toMatchObject({
      status: 'waiting',
      maskedPhone: `139****${phone.slice(-4)}`,
      link: `http://bole.test/i/${invitation.token}`,
      textWords: '已交给短信通道',
      job: { id: jobId, title: '高级前端工程师' },
    })
    expect(invitation.token).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(invitation.sourceCode).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    expect(await company.lastText(phone)).toContain(invitation.link)
  })

  it('gives the standing invitation back to the same referrer for the same number and job', async () => {
    const phone = freshPhone()
    const first = await company.must(referrer, 'invitation.send', send(phone, jobId))
    const again = await company.must(
      referrer,
      'invitation.send',
      send(`${phone.slice(3, 6)} ${phone.slice(6)}`, jobId),
    )
    expect(again).toEqual({ invitation: first.invitation, already: true })
    const general = await company.must(referrer, 'invitation.send', send(phone, null))
    expect(general.invitation.id).not.toBe(first.invitation.id)
  })

  it('texts a number once in 24 hours, whoever invites', async () => {
    const phone = freshPhone()
    const other = await company.colleague({ name: '王磊' })
    await company.must(referrer, 'invitation.send', send(phone, jobId))
    const { invitation } = await company.must(other, 'invitation.send', send(phone, jobId))
    expect(invitation.textWords).toContain('直接转发给 TA')
  })

  it('keeps texts of the night for the morning', async () => {
    company.at(new Date('2026-11-23T22:40:00+08:00'))
    const { invitation } = await company.must(referrer, 'invitation.send', send(freshPhone(), jobId))
    expect(invitation.textWords).toBe('夜里不打扰，11 月 24 日 周二 08:00 后送达')
  })

  it('makes a new invitation once the old one has expired', async () => {
    const phone = freshPhone()
    const first = await company.must(referrer, 'invitation.send', send(phone, jobId))
    company.at(addDays(MONDAY, 31))
    const second = await company.must(referrer, 'invitation.send', send(phone, jobId))
    expect(second.already).toBe(false)
    expect(second.invitation.id).not.toBe(first.invitation.id)
  })

  it('invites again by the same colleague, for the same job, once the process and its protection are over', async () => {
    const candidate = await company.person()
    const sendAgain = () => company.must(referrer, 'invitation.send', send(candidate.phone, jobId))
    const id = await company.application(referrer, candidate, jobId)
    const used = await sendAgain()
    expect(used).toMatchObject({ already: true, invitation: { status: 'applied' } })

    await company.must(candidate, 'application.withdraw', { requestId: requestId(), id, reason: null })
    company.at(addDays(MONDAY, 179))
    expect(await sendAgain()).toMatchObject({ already: true, invitation: { id: used.invitation.id } })
    company.at(addDays(MONDAY, 180))
    const anew = await sendAgain()
    expect(anew).toMatchObject({ already: false, invitation: { status: 'waiting' } })
    expect(await sendAgain()).toEqual({ ...anew, already: true })

    await company.application(referrer, candidate, jobId)
    expect(await sendAgain()).toMatchObject({
      ...{ already: true, invitation: { id: anew.invitation.id, status: 'applied' } },
    })
  })

  it.each([
    ['no number', async () => send('周宁', jobId), 'phone-invalid'],
    ['the own number', async () => send(referrer.phone, jobId), 'self-referral'],
    ['a closed job', async () => send(freshPhone(), await company.job({ status: 'closed' })), 'job-closed'],
    ['a paused job', async () => send(freshPhone(), await company.job({ status: 'paused' })), 'job-closed'],
    [
      'a job past its date',
      async () => send(freshPhone(), await company.job({ closesOn: '2026-11-22' })),
      'job-closed',
    ],
    ['an unknown job', async () => send(freshPhone(), '00000000-0000-7000-8000-000000000000'), 'not-found'],
  ])('refuses %s', async (_what, input, code) => {
    expect(await company.call(referrer, 'invitation.send', await input())).toMatchObject({ ok: false, code })
  })

  it('takes a job on its closing date', async () => {
    const lastDay = await company.job({ closesOn: '2026-11-23' })
    expect(await company.call(referrer, 'invitation.send', send(freshPhone(), lastDay))).toMatchObject({
      ok: true,
    })
  })

  it('lets no intern refer under policy 1', async () => {
    const intern = await company.colleague({ intern: true })
    expect(await company.call(intern, 'invitation.send', send(freshPhone(), jobId))).toMatchObject({
      code: 'intern-may-not-refer',
    })
  })

  it('answers a number in process with nothing but that', async () => {
    const candidate = await company.person()
    await company.application(referrer, candidate, jobId)
    const other = await company.colleague({ name: '王磊' })
    expect(await company.call(other, 'invitation.send', send(candidate.phone, jobId))).toEqual({
      ok: false,
      code: 'candidate-protected',
      message: 'candidate-protected',
    })
  })

  it('takes 30 numbers a day from one colleague, and tells when it goes on', async () => {
    const eager = await company.colleague({ name: '赵可' })
    const known = freshPhone()
    await company.must(eager, 'invitation.send', send(known, jobId))
    for (let n = 2; n <= 30; n++) await company.must(eager, 'invitation.send', send(freshPhone(), jobId))
    expect(await company.call(eager, 'invitation.send', send(freshPhone(), jobId))).toMatchObject({
      code: 'rate-limited',
      retryAfter: 14 * 3600,
    })
    expect(await company.call(eager, 'invitation.send', send(known, null))).toMatchObject({ ok: true })
    company.at(addDays(MONDAY, 1))
    expect(await company.call(eager, 'invitation.send', send(freshPhone(), jobId))).toMatchObject({
      ok: true,
    })
  })
})

describe('share.open', () => {
  it('shows a stranger who invites and the last two digits, and nothing that names the candidate', async () => {
    const phone = freshPhone()
    const token = await tokenOf(phone)
    const landing = await company.must(null, 'share.open', { token })
    expect(landing).toMatchObject({
      status: 'opened',
      referrer: { name: '林晓', department: '前端平台部' },
      phoneTail: phone.slice(-2),
      addressee: false,
      otherNumber: false,
    })
    expect(JSON.stringify(landing)).not.toContain(phone.slice(-4))
  })

  it('does not count the referrer looking at their own invitation', async () => {
    const token = await tokenOf(freshPhone())
    expect(await company.must(referrer, 'share.open', { token })).toMatchObject({ status: 'waiting' })
  })

  it('tells the addressee from somebody with another number', async () => {
    const candidate = await company.person()
    const token = await tokenOf(candidate.phone)
    expect(await company.must(candidate, 'share.open', { token })).toMatchObject({
      addressee: true,
      otherNumber: false,
    })
    expect(await company.must(await company.person(), 'share.open', { token })).toMatchObject({
      addressee: false,
      otherNumber: true,
    })
  })

  it.each([
    ['damaged', 'abc', 'share-unknown'],
    ['foreign', 'AAAAAAAAAAAAAAAAAAAAAA', 'share-unknown'],
  ])('answers a %s token with its own code', async (_what, token, code) => {
    expect(await company.call(null, 'share.open', { token })).toMatchObject({ ok: false, code })
  })

  it('ends with the invitation: expired, revoked or erased', async () => {
    const expired = await tokenOf(freshPhone())
    company.at(addDays(MONDAY, 30))
    expect(await company.call(null, 'share.open', { token: expired })).toMatchObject({ code: 'share-ended' })
    company.at(MONDAY)

    const { invitation } = await company.must(referrer, 'invitation.send', send(freshPhone(), jobId))
    await company.must(referrer, 'invitation.revoke', { requestId: requestId(), id: invitation.id })
    expect(await company.call(null, 'share.open', { token: invitation.token })).toMatchObject({
      code: 'share-ended',
    })

    const refused = await tokenOf(freshPhone())
    await company.must(null, 'invitation.decline', { requestId: requestId(), token: refused, erase: true })
    expect(await company.call(null, 'share.open', { token: refused })).toMatchObject({ code: 'share-ended' })
  })
})

describe('invitation.decline', () => {
  it('needs the link and no login; a refusal removes the number and ends texts to it', async () => {
    const phone = freshPhone()
    const token = await tokenOf(phone)
    expect(
      await company.must(null, 'invitation.decline', { requestId: requestId(), token, erase: true }),
    ).toEqual({ erased: true })
    const [row] = await company.service.db.rows<{ status: string; phone_hash: string | null }>(
      sql`select i.status, i.phone_hash from invitation i join share s on s.id = i.share_id where s.token = ${token}`,
    )
    expect(row).toEqual({ status: 'declined', phone_hash: null })
    const { invitation } = await company.must(referrer, 'invitation.send', send(phone, jobId))
    expect(invitation.textWords).toContain('暂时不能再发短信')
  })

  it('lets somebody who declined still have the number removed', async () => {
    const token = await tokenOf(freshPhone())
    await company.must(null, 'invitation.decline', { requestId: requestId(), token, erase: false })
    expect(await company.must(null, 'share.open', { token })).toMatchObject({ status: 'declined' })
    expect(
      await company.must(null, 'invitation.decline', { requestId: requestId(), token, erase: true }),
    ).toEqual({ erased: true })
  })

  it('comes too late after the application', async () => {
    const candidate = await company.person()
    const token = await tokenOf(candidate.phone)
    const opened = await company.must(candidate, 'share.open', { token })
    const invitationId = opened.kind === 'invitation' ? opened.invitationId : ''
    await company.must(candidate, 'invitation.accept', { requestId: requestId(), id: invitationId })
    const applied = { requestId: requestId(), jobId, invitationId, name: '周宁', note: null, fileId: null }
    await company.must(candidate, 'application.submit', applied)
    expect(
      await company.call(null, 'invitation.decline', { requestId: requestId(), token, erase: true }),
    ).toMatchObject({
      code: 'invitation-answered',
    })
  })
})

it('is endorsed later, until it is answered', async () => {
  const candidate = await company.person()
  const { invitation } = await company.must(referrer, 'invitation.send', send(candidate.phone, jobId))
  const words = {
    requestId: requestId(),
    id: invitation.id,
    relation: 'former-colleague' as const,
    line: '构建提速是 TA 做的',
  }
  await company.must(referrer, 'invitation.endorse', words)
  expect(await company.must(null, 'share.open', { token: invitation.token })).toMatchObject({
    relation: 'former-colleague',
    line: words.line,
  })
  await company.must(candidate, 'invitation.accept', { requestId: requestId(), id: invitation.id })
  expect(
    await company.call(referrer, 'invitation.endorse', { ...words, requestId: requestId() }),
  ).toMatchObject({ code: 'invitation-answered' })
})

it('waits in the list of whoever proves its number, whichever door they came through', async () => {
  const candidate = await company.person()
  await company.must(referrer, 'invitation.send', send(candidate.phone, jobId))
  expect(await company.must(candidate, 'me.get', {})).toMatchObject({ invitationsWaiting: 1 })
  const { invitations } = await company.must(candidate, 'progress.list', { as: 'candidate', filter: 'all' })
  expect(invitations).toMatchObject([{ referrer: { name: '林晓' }, job: { id: jobId } }])
})
