import { MONDAY, openCompany, type Colleague, type Company, type Somebody } from '@/testing/company'
import { digesting, nine } from '@/testing/digesting'
import { atHour } from '@/domain/shanghai'

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

describe('a late answer', () => {
  it('is told to the owner once for a due time, and again for another', async () => {
    const id = await quiet()
    await digests.application(id, { due_at: atHour(MONDAY, 18) })
    for (const day of [1, 2, 3]) await digests.tell(nine(day))
    expect(await digests.kinds(referrer)).toEqual([['late as referrer']])
    await digests.application(id, { due_at: atHour(MONDAY, 12, 3) })
    await digests.tell(nine(4))
    expect(await digests.kinds(referrer)).toEqual([['late as referrer'], ['late as referrer']])
    expect(await digests.wordAt(id)).toEqual(nine(10))
  })

  it('is in the recruiter’s list on every working day while it lasts, and on no other', async () => {
    const id = await quiet()
    await digests.application(id, { due_at: atHour(MONDAY, 18), word_at: null })
    // Monday to the Monday after: the weekend in it is free.
    for (let day = 0; day <= 7; day++) await digests.tell(nine(day))
    expect(await digests.kinds(recruiter)).toEqual([
      ['due-today as recruiter'],
      ...Array.from({ length: 5 }, () => ['late as recruiter']),
    ])
    expect((await digests.got(recruiter)).map(({ at }) => at)).toEqual([0, 1, 2, 3, 4, 7].map(nine))
    expect((await digests.got(recruiter))[0]).toMatchObject({
      seat: 'recruiter',
      lines: [{ id, dueAt: atHour(MONDAY, 18) }],
    })
  })

  it('is told on a make-up Saturday and not during a public holiday', async () => {
    const id = await quiet()
    // 2026: the holiday of National Day is 1 to 7 October, Saturday the 10th is worked.
    await digests.application(id, { due_at: new Date('2026-09-30T18:00:00+08:00') })
    await digests.tell(new Date('2026-10-01T09:00:00+08:00'))
    expect(await digests.got(referrer)).toEqual([])
    await digests.tell(new Date('2026-10-10T09:00:00+08:00'))
    expect(await digests.kinds(referrer)).toEqual([['late as referrer']])
  })

  it.each([
    ['is not spoken of while the candidate is waited for', 4, []],
    ['is spoken of when that is over', 1, [['late as referrer']]],
  ])('%s', async (_what, until, told) => {
    const id = await quiet()
    await digests.application(id, { due_at: atHour(MONDAY, 18), paused_until: nine(until) })
    await digests.tell(nine(2))
    expect(await digests.kinds(referrer)).toEqual(told)
    expect(await digests.kinds(recruiter)).toEqual(told.map(() => ['late as recruiter']))
  })

  it('puts first what was nudged, then what is late for longest, then what is due today', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => company.person()))
    const ids: string[] = []
    for (const person of people) ids.push(await quiet(referrer, person))
    const [today = '', late = '', later_ = '', nudged = ''] = ids
    await digests.application(today, { due_at: atHour(MONDAY, 15, 2) })
    await digests.application(late, { due_at: atHour(MONDAY, 12) })
    await digests.application(later_, { due_at: atHour(MONDAY, 18) })
    await digests.application(nudged, { due_at: atHour(MONDAY, 17, 1), nudged_at: atHour(MONDAY, 18, 1) })
    await digests.tell(nine(2))
    expect((await digests.got(recruiter))[0]?.lines.map(({ id }) => id)).toEqual([
      nudged,
      late,
      later_,
      today,
    ])
  })

  it('and a list for the recruiter stand in one message with their own referrals', async () => {
    const otherJob = await company.job()
    const mine = await quiet(recruiter, await company.person(), otherJob)
    const asked = await quiet()
    await digests.application(mine, { word_at: nine(1) })
    await digests.application(asked, { due_at: atHour(MONDAY, 18), late_told: atHour(MONDAY, 18) })
    await digests.tell(nine(1))
    expect(await digests.got(recruiter)).toMatchObject([
      {
        seat: 'recruiter',
        lines: [
          { kind: 'late', seat: 'recruiter', id: asked },
          { kind: 'still', seat: 'referrer', id: mine },
        ],
      },
    ])
  })

  it('is said once of a referral of which nothing else was told either', async () => {
    const id = await quiet()
    await digests.application(id, { due_at: atHour(MONDAY, 18), word_at: nine(1) })
    await digests.tell(nine(1))
    expect(await digests.kinds(referrer)).toEqual([['late as referrer']])
    expect(await digests.wordAt(id)).toEqual(nine(7))
  })

  it('is no line in the list of somebody who left, nor of a recruiter about themselves', async () => {
    const leaver = await company.colleague({ role: 'recruiter' })
    const id = await quiet(referrer, candidate, await company.job({ recruiter: leaver }))
    const inner = await quiet(referrer, recruiter, jobId)
    await digests.application(id, { due_at: atHour(MONDAY, 18), late_told: atHour(MONDAY, 18) })
    await digests.application(inner, { due_at: atHour(MONDAY, 18), late_told: atHour(MONDAY, 18) })
    await digests.leaves(leaver)
    await digests.tell(nine(1))
    expect(await digests.got(leaver)).toEqual([])
    expect(await digests.got(recruiter)).toEqual([])
  })
})
