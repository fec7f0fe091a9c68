import fc from 'fast-check'
import sql from 'sql-template-tag'
import { nextInvitationWordAt } from '@/domain/notices/next-word'
import { POLICY } from '@/domain/policy'
import { MONDAY, openCompany, type Company } from '@/testing/company'
import { nextInvitationWord } from './invitation-word'

let company: Company

beforeAll(async () => {
  company = await openCompany()
})
afterAll(() => company.close())

const HOUR_MS = 3_600_000

it('reckons as the domain does, around every hour of the days that are asked about', async () => {
  const hours = fc.integer({ min: 0, max: 35 * 24 })
  await fc.assert(
    fc.asyncProperty(hours, hours, fc.integer({ min: -1, max: 1 }), async (sent, later, off) => {
      const sentAt = new Date(MONDAY.getTime() + sent * HOUR_MS)
      const toldAt = new Date(sentAt.getTime() + later * HOUR_MS + off)
      const { at } = await company.service.db.one<{ at: Date }>(
        sql`select ${nextInvitationWord(sql`${sentAt}::timestamptz`, toldAt)} as at`,
      )
      expect(at).toEqual(nextInvitationWordAt(sentAt, toldAt, POLICY))
    }),
    { numRuns: 500 },
  )
})
