import { Client } from 'pg'
import sql from 'sql-template-tag'
import { MONDAY, openCompany, type Colleague, type Company, type Somebody } from '@/testing/company'
import { digesting, later, nine } from '@/testing/digesting'

let company: Company
let digests: ReturnType<typeof digesting>
let recruiter: Colleague
let referrer: Colleague
let candidate: Somebody
let jobId: string

beforeAll(async () => {
  company = await openCompany()
  digests = digesting(company)
})
afterAll(() => company.close())
beforeEach(async () => {
  ;({ recruiter, referrer, candidate, jobId } = await digests.begin())
})

const quiet = (owner = referrer, of: Somebody = candidate, job = jobId) => digests.quiet(owner, of, job)

describe('one digest a day', () => {
  /** Somebody with so many referrals of which a word is due on the same morning. */
  async function waiting(people: number): Promise<Colleague[]> {
    const owners: Colleague[] = []
    for (let n = 0; n < people; n++) {
      const owner = await company.colleague()
      const id = await quiet(owner, await company.person())
      await digests.application(id, { word_at: nine(6) })
      owners.push(owner)
    }
    return owners
  }
  const counts = (people: Colleague[]) =>
    Promise.all(people.map(async (who) => (await digests.got(who)).length))

  it('is made, also when two clocks run at once and the trigger fires again', async () => {
    const owners = await waiting(12)
    await Promise.all([digests.tell(nine(6)), digests.tell(nine(6)), digests.tell(later(nine(6), 1))])
    await digests.tell(later(nine(6), 1))
    expect(await counts(owners)).toEqual(owners.map(() => 1))
    const { queued } = await company.service.db.one<{ queued: number }>(sql`
      select count(*) as queued from outbox o join message m on m.id = o.message_id
      where m.person_id = any(${owners.map(({ id }) => id)}) and m.event = 'digest'`)
    expect(queued).toBe(owners.length)
  })

  it('tells of everything that was due, also when two clocks run at once', async () => {
    const { db } = company.service
    const owners = await waiting(20)
    // So many that one clock comes to the middle of them while the other is at the beginning.
    await db.rows(sql`
      with candidate as (
        insert into person (id, phone_hash, phone_enc, created_at)
        select gen_random_uuid(), gen_random_uuid()::text, 'sealed', ${MONDAY} from generate_series(1, 2000) returning id
      )
      insert into application (id, candidate_id, job_id, owner_id, credit, policy_version, reward_plan_version, stage, stage_since,
        applied_at, protected_until, changed_at, word_at)
      select gen_random_uuid(), id, ${jobId}, (${owners.map(({ id }) => id)}::uuid[])[1 + row_number() over () % 20], '{}', 1, 1,
        'screening', ${MONDAY}::timestamptz, ${MONDAY}::timestamptz, ${nine(180)}::timestamptz, ${MONDAY}::timestamptz, ${nine(6)}::timestamptz
      from candidate`)
    await Promise.all([digests.tell(nine(6)), digests.tell(nine(6)), digests.tell(nine(6))])
    await digests.tell(later(nine(6), 1))
    const left = sql`select count(*) as n from application where word_at <= ${nine(6)}`
    expect(await db.one(left)).toEqual({ n: 0 })
  })

  it('makes a recruiter’s list also when the clock that began it came to nothing', async () => {
    const id = await quiet()
    await digests.application(id, { due_at: nine(1) })
    const somebody = new Client({ connectionString: company.url })
    await somebody.connect()
    await somebody.query('begin')
    // The other clock is at it, and is ended before it is done.
    await somebody.query("select pg_advisory_xact_lock(hashtext('bole.digests'))")
    await digests.tell(nine(1))
    expect(await digests.got(recruiter)).toEqual([])
    await somebody.query('rollback')
    await somebody.end()
    await digests.tell(later(nine(1), 1))
    expect(await digests.kinds(recruiter)).toEqual([['late as recruiter']])
  })

  it('keeps what comes due for somebody who has had one until tomorrow', async () => {
    const [owner] = await waiting(1)
    if (!owner) throw new Error('Nobody')
    await digests.tell(nine(6))
    const other = await quiet(owner, await company.person())
    await digests.application(other, { word_at: nine(5) })
    await digests.tell(later(nine(6), 30))
    expect(await counts([owner])).toEqual([1])
    await digests.tell(nine(7))
    expect((await digests.got(owner))[1]?.lines).toMatchObject([{ id: other }])
  })

  it('tells in one what came due in three days without a clock', async () => {
    const owner = await company.colleague()
    const ids: string[] = []
    for (const day of [3, 4, 5, 6]) {
      const id = await quiet(owner, await company.person())
      await digests.application(id, { word_at: nine(day) })
      ids.push(id)
    }
    await digests.tell(later(nine(6), 400))
    await digests.tell(later(nine(6), 401))
    expect((await digests.got(owner)).map(({ lines }) => lines.map(({ id }) => id).sort())).toEqual([
      ids.sort(),
    ])
  })

  it('waits with all that somebody is told while one of their referrals is being changed', async () => {
    const id = await quiet()
    const other = await quiet(referrer, await company.person())
    for (const one of [id, other]) await digests.application(one, { word_at: nine(6) })
    const somebody = new Client({ connectionString: company.url })
    await somebody.connect()
    await somebody.query('begin')
    await somebody.query('select from application where id = $1 for update', [id])
    await digests.tell(nine(6))
    expect(await digests.got(referrer)).toEqual([])
    await somebody.query('rollback')
    await somebody.end()
    await digests.tell(later(nine(6), 1))
    expect(await digests.kinds(referrer)).toEqual([['still as referrer', 'still as referrer']])
  })
})
