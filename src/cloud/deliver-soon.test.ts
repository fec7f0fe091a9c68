import sql from 'sql-template-tag'
import { deliverSoon } from '@/cloud/deliver-soon'
import { soonAfter } from '@/cloud/http/soon-after'
import { freshPhone, MONDAY, openCompany, send, type Company } from '@/testing/company'
import { memoryDoors } from '@/testing/doors'
import { requestId } from '@/testing/company'

const doors = memoryDoors()
let company: Company

beforeAll(async () => {
  company = await openCompany(doors)
})
afterAll(() => company.close())

/** How many rows of a kind still wait. */
const waiting = async (kind: string) =>
  (
    await company.service.db.one<{ n: number }>(
      sql`select count(*) as n from outbox where state = 'waiting' and kind = ${kind}`,
    )
  ).n

it('sends messages after a call that writes, leaves texts to the clock, and asks for nothing after one that reads', async () => {
  const referrer = await company.colleague()
  const candidate = await company.person(freshPhone())
  const jobId = await company.job()
  const { invitation } = await company.must(referrer, 'invitation.send', send(candidate.phone, jobId))
  await company.must(candidate, 'invitation.accept', { requestId: requestId(), id: invitation.id })
  expect(await waiting('message')).toBeGreaterThan(0)

  const asked = jest.spyOn(company.service.db, 'rows')
  const soon = deliverSoon(company.service, () => MONDAY)
  soon('progress.get', true)
  soon('invitation.accept', false)
  soon('no.such.call', true)
  expect(asked).not.toHaveBeenCalled()
  soon('invitation.accept', true)
  expect(asked).toHaveBeenCalled()
  asked.mockRestore()
  await until(async () => (await waiting('message')) === 0)
  expect(await waiting('invitation')).toBe(1)
})

it.each([
  ['POST', '/api/stage.move', 200, [['stage.move', true]]],
  ['POST', '/api/stage.move', 409, [['stage.move', false]]],
  ['GET', '/api/openapi.json', 200, []],
  ['POST', '/hooks/sms-reply/key', 200, []],
])('after %s %s that answered %d, tells %j', async (method, path, status, told) => {
  const soon = jest.fn()
  const fetch = soonAfter(() => new Response(null, { status }), soon)
  expect((await fetch(new Request(`http://bole.test${path}`, { method }))).status).toBe(status)
  expect(soon.mock.calls).toEqual(told)
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve))
}
