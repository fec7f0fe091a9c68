import { freshPhone, MONDAY, openCompany, send, type Company } from '@/testing/company'
import { sessionKey } from '../secrets'

let company: Company
beforeAll(async () => {
  company = await openCompany()
})
afterAll(() => company.close())
beforeEach(() => company.at(MONDAY))

const later = (seconds: number) => company.at(new Date(MONDAY.getTime() + seconds * 1000))
const codeFor = async (phone: string) => {
  await company.must(null, 'session.start', { phone })
  return /验证码 (\d{6})/.exec(await company.lastText(phone as never))?.[1] ?? ''
}
const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

it('opens a session for whoever reads the code, and ends it', async () => {
  const phone = freshPhone()
  const { token, me } = await company.must(null, 'session.verify', { phone, code: await codeFor(phone) })
  expect(me).toMatchObject({ roles: ['visitor', 'person'], employee: null, invitationsWaiting: 0 })
  const session = { id: me.id ?? '', phone, loginKey: sessionKey(token) }
  expect(await company.must(session, 'me.get', {})).toEqual(me)
  await company.must(session, 'session.end', {})
  expect(await company.must(session, 'me.get', {})).toMatchObject({ id: null, roles: ['visitor'] })
})

it('knows an employee by the roster and a proven number, whichever way the number is typed', async () => {
  const colleague = await company.colleague({ role: 'recruiter', name: '陈思', department: '人力与行政部' })
  const code = await codeFor(colleague.phone)
  const typed = `0086 ${colleague.phone.slice(3, 6)}-${colleague.phone.slice(6)}`
  const { me } = await company.must(null, 'session.verify', { phone: typed, code })
  expect(me).toMatchObject({
    id: colleague.id,
    roles: ['visitor', 'person', 'employee', 'recruiter'],
    employee: { name: '陈思', department: '人力与行政部', mayRefer: true },
  })
})

it('answers the same for a number that is known and one that is not', async () => {
  const known = await company.colleague()
  const stranger = freshPhone()
  expect(await company.call(null, 'session.start', { phone: known.phone })).toEqual(
    await company.call(null, 'session.start', { phone: stranger }),
  )
  const verify = async (phone: string) =>
    company.call(null, 'session.verify', { phone, code: wrong(await lastCode(phone)) })
  expect(await verify(known.phone)).toEqual(await verify(stranger))
})

const lastCode = async (phone: string) =>
  /验证码 (\d{6})/.exec(await company.lastText(phone as never))?.[1] ?? ''

it('counts the tries down and ends the code with the fifth', async () => {
  const phone = freshPhone()
  const code = await codeFor(phone)
  for (const triesLeft of [4, 3, 2, 1]) {
    expect(await company.call(null, 'session.verify', { phone, code: wrong(code) })).toMatchObject({
      code: 'code-wrong',
      triesLeft,
    })
  }
  expect(await company.call(null, 'session.verify', { phone, code: wrong(code) })).toMatchObject({
    code: 'code-ended',
  })
  expect(await company.call(null, 'session.verify', { phone, code })).toMatchObject({ code: 'code-ended' })
})

it('takes a code once, and for five minutes', async () => {
  const phone = freshPhone()
  const code = await codeFor(phone)
  await company.must(null, 'session.verify', { phone, code })
  expect(await company.call(null, 'session.verify', { phone, code })).toMatchObject({ code: 'code-ended' })

  const slow = freshPhone()
  const theirs = await codeFor(slow)
  later(5 * 60)
  expect(await company.call(null, 'session.verify', { phone: slow, code: theirs })).toMatchObject({
    code: 'code-ended',
  })
})

it('takes no code of another number', async () => {
  const code = await codeFor(freshPhone())
  const other = freshPhone()
  await company.must(null, 'session.start', { phone: other })
  const reply = await company.call(null, 'session.verify', {
    phone: other,
    code: code === (await lastCode(other)) ? wrong(code) : code,
  })
  expect(reply).toMatchObject({ code: 'code-wrong' })
})

it('sends one code a minute and five an hour to a number, and tells how long to wait', async () => {
  const phone = freshPhone()
  for (let minute = 0; minute < 5; minute++) {
    later(minute * 60)
    await company.must(null, 'session.start', { phone })
    later(minute * 60 + 20)
    expect(await company.call(null, 'session.start', { phone })).toMatchObject({
      code: 'rate-limited',
      retryAfter: minute < 4 ? 40 : 3580 - 240,
    })
  }
  later(3601)
  expect(await company.call(null, 'session.start', { phone })).toMatchObject({ ok: true })
})

it('sends one code when twenty ask at once', async () => {
  const phone = freshPhone()
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => company.call(null, 'session.start', { phone })),
  )
  expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
})

it('lets a session end after 30 days', async () => {
  const phone = freshPhone()
  const { token, me } = await company.must(null, 'session.verify', { phone, code: await codeFor(phone) })
  later(30 * 86_400 + 1)
  expect(
    await company.must({ id: me.id ?? '', phone, loginKey: sessionKey(token) }, 'me.get', {}),
  ).toMatchObject({ id: null })
})

it('forgets that somebody was an employee when they leave, and lets them apply', async () => {
  const colleague = await company.colleague()
  await company.service.db.rows({
    text: 'update employee set active = false where id = $1',
    values: [colleague.employeeId],
  } as never)
  expect(await company.call(colleague, 'invitation.send', send(freshPhone()))).toMatchObject({
    code: 'forbidden',
  })
  expect(await company.must(colleague, 'me.get', {})).toMatchObject({ roles: ['visitor', 'person'] })
})
