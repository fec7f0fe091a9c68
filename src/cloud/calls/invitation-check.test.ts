import sql from 'sql-template-tag'
import { POLICY } from '@/domain/policy'
import { addDays } from '@/domain/shanghai'
import { freshPhone, MONDAY, openCompany, send, type Colleague, type Company } from '@/testing/company'
import { referring } from '@/testing/referring'

let company: Company
let by: ReturnType<typeof referring>
let lin: Colleague
let chen: Colleague
let jobId: string
let asker: Colleague

beforeAll(async () => {
  company = await openCompany()
  by = referring(company)
  lin = await company.colleague()
  chen = await company.colleague({ role: 'recruiter', name: '陈思' })
  jobId = await company.job({ recruiter: chen })
})
afterAll(() => company.close())
beforeEach(async () => {
  company.at(MONDAY)
  asker = await company.colleague({ name: '赵敏' })
})

const check = (phone: string, who = asker) => company.call(who, 'invitation.check', { phone })
const left = POLICY.numbersADay - 1

async function inProcess() {
  const candidate = await company.person()
  await by.invited(lin, candidate, jobId)
  return { candidate, id: await by.applies(candidate, jobId) }
}
async function ended() {
  const { candidate, id } = await inProcess()
  await by.withdraws(candidate, id)
  return candidate.phone
}

it.each([
  ['nobody we know', async () => freshPhone(), 'free'],
  ['a colleague', async () => lin.phone, 'free'],
  [
    'somebody who was only invited',
    async () => {
      const phone = freshPhone()
      await company.must(lin, 'invitation.send', send(phone, jobId))
      return phone
    },
    'free',
  ],
  ['a candidate in process', async () => (await inProcess()).candidate.phone, 'taken'],
  ['a candidate who is still protected', ended, 'taken'],
  [
    'a candidate whose owner was taken from them',
    async () => {
      const { candidate, id } = await inProcess()
      await company.must(chen, 'application.ruleSource', by.ruling(id, { kind: 'nobody' }))
      await by.withdraws(candidate, id)
      return candidate.phone
    },
    'free',
  ],
  [
    'a candidate whom nobody referred and whose process ended',
    async () => {
      const candidate = await company.person()
      await by.withdraws(candidate, await by.applies(candidate, jobId))
      return candidate.phone
    },
    'free',
  ],
] as const)('answers for a number of %s with one word, in two statements', async (_who, phone, answer) => {
  const number = await phone()
  const before = company.service.db.statements
  expect(await check(number)).toEqual({ ok: true, data: { answer, left } })
  expect(company.service.db.statements - before).toBe(2)
  const traces = await company.service.db.rows(
    sql`select day from typed_number where referrer_id = ${asker.id}`,
  )
  expect(traces).toEqual([{ day: '2026-11-23' }])
})

it('lets a protection end', async () => {
  const phone = await ended()
  company.at(addDays(MONDAY, 180))
  expect(await check(phone)).toMatchObject({ data: { answer: 'free' } })
})

it('counts a number once a day, together with the invitation to it', async () => {
  const phone = freshPhone()
  await check(phone)
  await company.must(asker, 'invitation.send', send(phone, jobId))
  expect(await check(phone)).toMatchObject({ data: { left } })
  expect(await check(freshPhone())).toMatchObject({ data: { left: left - 1 } })
})

it('takes 30 numbers a day and says when it goes on, also about those that are taken', async () => {
  const taken = await ended()
  for (let n = 1; n <= POLICY.numbersADay; n++) expect(await check(freshPhone())).toMatchObject({ ok: true })
  for (const phone of [freshPhone(), taken])
    expect(await check(phone)).toEqual({
      ...{ ok: false, code: 'rate-limited', message: 'Too many numbers today', retryAfter: 14 * 3600 },
    })
  company.at(addDays(MONDAY, 1))
  expect(await check(taken)).toMatchObject({ data: { answer: 'taken', left } })
})

it.each([
  ['no number', async () => check('周宁'), 'phone-invalid'],
  ['the own number', async () => check(asker.phone), 'self-referral'],
  [
    'anything from an intern',
    async () => check(freshPhone(), await company.colleague({ intern: true })),
    'intern-may-not-refer',
  ],
])('refuses %s', async (_what, reply, code) => {
  expect(await reply()).toMatchObject({ ok: false, code })
})
