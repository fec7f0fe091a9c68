import sql from 'sql-template-tag'
import { MONDAY, openCompany, type Colleague, type Company, type Somebody } from '@/testing/company'
import { digesting, later, nine } from '@/testing/digesting'
import { referring } from '@/testing/referring'

let company: Company
let digests: ReturnType<typeof digesting>
let by: ReturnType<typeof referring>
let referrer: Colleague
let candidate: Somebody
let jobId: string

beforeAll(async () => {
  company = await openCompany()
  digests = digesting(company)
  by = referring(company)
})
afterAll(() => company.close())
beforeEach(async () => {
  ;({ referrer, candidate, jobId } = await digests.begin())
})

async function wants(who: Somebody, weekly: boolean): Promise<void> {
  await company.service.db.rows(sql`
    insert into notice_setting (person_id, wecom, subscribe, email, weekly, quiet_from, quiet_to, changed_at)
    values (${who.id}, true, true, true, ${weekly}, 1320, 480, ${MONDAY})`)
}

const quiet = (owner = referrer, of: Somebody = candidate, job = jobId) => digests.quiet(owner, of, job)

describe('the weekly word', () => {
  it('is told to the owner of a referral of which nothing was told, and comes again a week later', async () => {
    const id = await quiet()
    await digests.application(id, { word_at: nine(6) })
    await digests.tell(later(nine(6), 2))
    expect(await digests.got(referrer)).toMatchObject([
      {
        seat: 'referrer',
        at: later(nine(6), 2),
        lines: [{ kind: 'still', seat: 'referrer', id, stage: 'applied' }],
      },
    ])
    expect(await digests.wordAt(id)).toEqual(nine(12))
    for (let day = 7; day <= 12; day++) await digests.tell(nine(day))
    expect(await digests.kinds(referrer)).toEqual([['still as referrer'], ['still as referrer']])
  })

  it('is not told before the digest hour', async () => {
    const id = await quiet()
    await digests.application(id, { word_at: nine(5) })
    await digests.tell(new Date(nine(6).getTime() - 1))
    expect(await digests.got(referrer)).toEqual([])
  })

  it('waits for tomorrow when it comes due after the digest hour', async () => {
    const id = await quiet()
    await digests.application(id, { word_at: later(nine(6), 30) })
    await digests.tell(later(nine(6), 40))
    expect(await digests.got(referrer)).toEqual([])
    await digests.tell(nine(7))
    expect(await digests.kinds(referrer)).toEqual([['still as referrer']])
  })

  it.each([
    ['is told to a candidate who has chosen nothing', null, [['still as candidate']]],
    ['is told to a candidate who wants it', true, [['still as candidate']]],
    ['is not told to a candidate who does not want it', false, []],
  ])('%s', async (_who, weekly, told) => {
    const id = await quiet()
    if (weekly !== null) await wants(candidate, weekly)
    await digests.application(id, { candidate_word_at: nine(6) })
    await digests.tell(nine(6))
    expect(await digests.kinds(candidate)).toEqual(told)
    // Put off in any case: nobody looks at it each minute.
    const { at } = await company.service.db.one<{ at: Date }>(
      sql`select candidate_word_at as at from application where id = ${id}`,
    )
    expect(at).toEqual(nine(12))
  })

  it('reaches both seats when the one who refers is a candidate too, in one message', async () => {
    const other = await company.colleague({ name: '王磊' })
    const mine = await quiet(referrer, candidate)
    const own = await quiet(other, referrer)
    await digests.application(mine, { word_at: nine(6) })
    await digests.application(own, { word_at: nine(6), candidate_word_at: nine(6) })
    await digests.tell(nine(6))
    expect(await digests.got(referrer)).toMatchObject([
      {
        seat: 'referrer',
        lines: [
          { kind: 'still', seat: 'referrer', id: mine },
          { kind: 'still', seat: 'candidate', id: own },
        ],
      },
    ])
    // One row put off for both of its people at once.
    expect(await digests.kinds(other)).toEqual([['still as referrer']])
    const { both } = await company.service.db.one<{ both: boolean }>(
      sql`select word_at = candidate_word_at and word_at = ${nine(12)} as both from application where id = ${own}`,
    )
    expect(both).toBe(true)
  })

  it('is not told to somebody who left, and is put off all the same', async () => {
    const id = await quiet()
    await digests.application(id, { word_at: nine(6), candidate_word_at: null })
    await digests.leaves(referrer)
    await digests.tell(nine(6))
    expect(await digests.got(referrer)).toEqual([])
    expect(await digests.wordAt(id)).toEqual(nine(12))
  })

  it('is not told of a process that has ended', async () => {
    const id = await quiet()
    await digests.application(id, { word_at: nine(6), candidate_word_at: nine(6) })
    await by.withdraws(candidate, id)
    await digests.tell(nine(6))
    expect(await digests.got(referrer)).toEqual([])
    expect(await digests.got(candidate)).toEqual([])
  })

  it('still comes while the candidate has asked for time', async () => {
    const id = await quiet()
    await digests.application(id, { word_at: nine(6), paused_until: nine(9) })
    await digests.tell(nine(6))
    expect(await digests.kinds(referrer)).toEqual([['still as referrer']])
  })
})
