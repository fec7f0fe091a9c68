import { freshPhone, MONDAY, openCompany, send, type Company } from '@/testing/company'
import { memoryDoors } from '@/testing/doors'
import { createApp } from './app'
import { codesAtOnce } from './codes-at-once'

const doors = memoryDoors()
let company: Company
let fetch: ReturnType<typeof codesAtOnce>

beforeAll(async () => {
  company = await openCompany(doors)
  const app = createApp({ service: company.service, now: () => MONDAY })
  fetch = codesAtOnce(
    (request) => app.fetch(request),
    company.service,
    () => MONDAY,
  )
})
afterAll(() => company.close())
beforeEach(() => void (doors.texts.length = 0))

const post = (call: string, input: object) =>
  fetch(
    new Request(`http://bole.test/api/${call}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    }),
  )

it('sends a code before it answers, and nothing else that waits', async () => {
  await company.must(await company.colleague(), 'invitation.send', send(freshPhone()))
  const phone = freshPhone()
  expect((await post('session.start', { phone })).status).toBe(200)
  expect(doors.texts).toMatchObject([{ to: phone, kind: 'login-code' }])
})

it('asks the outbox for nothing after other calls, or when no code was made', async () => {
  const phone = freshPhone()
  await post('session.start', { phone })
  const before = company.service.db.statements
  expect((await post('session.start', { phone })).status).toBe(429)
  expect((await post('job.list', {})).status).toBe(200)
  expect(company.service.db.statements - before).toBe(2)
})

it('answers also when the outbox cannot be read', async () => {
  const broken = {
    ...company.service,
    db: { ...company.service.db, rows: () => Promise.reject(new Error('away')) },
  }
  const answering = codesAtOnce(
    () => new Response('{}'),
    broken,
    () => MONDAY,
  )
  const response = await answering(new Request('http://bole.test/api/session.start', { method: 'POST' }))
  expect(response.status).toBe(200)
  expect(company.lines.at(-1)).toContain('"call":"deliver"')
})
