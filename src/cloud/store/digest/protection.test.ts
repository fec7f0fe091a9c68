import sql from 'sql-template-tag'
import { MONDAY, openCompany, type Colleague, type Company, type Somebody } from '@/testing/company'
import { digesting, later, nine } from '@/testing/digesting'
import { referring } from '@/testing/referring'
import { addDays } from '@/domain/shanghai'
import { lapseProtections } from '../upkeep'

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

const quiet = (owner = referrer, of: Somebody = candidate, job = jobId) => digests.quiet(owner, of, job)

describe('a protection', () => {
  const ended = async () => {
    const id = await quiet()
    await by.withdraws(candidate, id)
    return id
  }

  it('is spoken of two weeks before it ends, and when it has ended', async () => {
    const id = await ended()
    for (let day = 160; day <= 185; day++) {
      await lapseProtections(company.service.db, later(nine(day), 90), 100)
      await digests.tell(later(nine(day), 90))
    }
    const got = await digests.got(referrer)
    expect(
      got.map(({ at, lines }) => [Math.floor((at.getTime() - nine(0).getTime()) / 86_400_000), lines]),
    ).toEqual([
      [
        167,
        [
          {
            kind: 'protection-ending',
            seat: 'referrer',
            id,
            stage: 'withdrawn',
            dueAt: addDays(MONDAY, 180),
          },
        ],
      ],
      [181, [{ kind: 'lapsed', seat: 'referrer', id, stage: 'withdrawn', dueAt: addDays(MONDAY, 180) }]],
    ])
  })

  it('of which nobody was told in time is spoken of once, as over', async () => {
    await ended()
    await lapseProtections(company.service.db, nine(184), 100)
    await digests.tell(nine(185))
    await digests.tell(nine(186))
    expect(await digests.kinds(referrer)).toEqual([['lapsed as referrer']])
  })

  it('that nobody would be told of any more is settled', async () => {
    const id = await ended()
    await digests.leaves(referrer)
    await lapseProtections(company.service.db, nine(184), 100)
    await digests.tell(nine(185))
    expect(await digests.got(referrer)).toEqual([])
    expect(
      await company.service.db
        .one(sql`select lapse_told_at is not null and protection_told_at is not null as settled
        from application where id = ${id}`),
    ).toEqual({ settled: true })
  })

  it('is not spoken of while the process goes on', async () => {
    await quiet()
    await digests.tell(nine(170))
    expect(await digests.got(referrer)).toEqual([])
  })
})
