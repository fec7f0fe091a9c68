import fc from 'fast-check'
import { addDays } from '@/domain/shanghai'
import {
  MONDAY,
  openCompany,
  requestId,
  type Colleague,
  type Company,
  type Somebody,
} from '@/testing/company'
import { derivedOwner, referring } from '@/testing/referring'
import { runClock } from './clock'

let company: Company
let by: ReturnType<typeof referring>
let colleagues: Colleague[]
let chen: Colleague
let jobs: string[]
/** Of a link of Lin's, by which everybody comes. */
let token: string

beforeAll(async () => {
  company = await openCompany()
  by = referring(company)
  const named = (name: string) => company.colleague({ name })
  const lin = await named('林晓')
  token = (await by.share(lin, 'link')).token
  colleagues = [lin, await named('王磊'), await named('赵敏')]
  chen = await company.colleague({ role: 'recruiter', name: '陈思' })
  // The last job is Wang's to recruit for: moved there, the referral is no longer theirs.
  jobs = [await company.job(), await company.job(), await company.job({ recruiter: colleagues[1] })]
})
afterAll(() => company.close())

type Step =
  | { kind: 'rule'; owner: number | 'keep' | 'nobody' }
  | { kind: 'transfer'; job: number }
  | { kind: 'move'; to: 'pooled' | 'screening' }
  | { kind: 'claim' | 'clock' }
  | { kind: 'wait'; days: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('rule' as const),
    owner: fc.constantFrom<number | 'keep' | 'nobody'>(0, 1, 2, 'keep', 'nobody'),
  }),
  fc.record({ kind: fc.constant('transfer' as const), job: fc.nat(2) }),
  fc.record({
    kind: fc.constant('move' as const),
    to: fc.constantFrom<'pooled' | 'screening'>('pooled', 'screening'),
  }),
  fc.record({ kind: fc.constantFrom<'claim' | 'clock'>('claim', 'clock') }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 200 }) }),
)

it('has the owner that the frozen source and the events make, after any history', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      company.at(MONDAY)
      const candidate = await company.person()
      const id = await by.applies(candidate, jobs[0] ?? '', { token })
      const { ownerId: _first, ...frozen } = await by.source(id)
      let now = MONDAY
      for (const each of steps) {
        if (each.kind === 'wait') company.at((now = addDays(now, each.days)))
        else await take(each, id, candidate, now)
        const { ownerId, ...still } = await by.source(id)
        expect(ownerId).toBe(await derivedOwner(company, id))
        expect(still).toEqual(frozen)
      }
    }),
    { numRuns: 40, seed: 1 },
  )
}, 60_000)

/** Takes a step; that the rules refuse some of them is part of it. */
async function take(each: Exclude<Step, { kind: 'wait' }>, id: string, candidate: Somebody, now: Date) {
  const version = async () => (await company.must(chen, 'progress.get', { as: 'recruiter', id })).version
  switch (each.kind) {
    case 'rule': {
      const employeeId = typeof each.owner === 'number' ? (colleagues[each.owner]?.employeeId ?? '') : ''
      const owner =
        typeof each.owner === 'number' ? { kind: 'employee' as const, employeeId } : { kind: each.owner }
      return company.call(chen, 'application.ruleSource', by.ruling(id, owner))
    }
    case 'transfer':
      return company.call(
        chen,
        'application.transfer',
        by.transfer(id, await version(), jobs[each.job] ?? ''),
      )
    case 'move':
      return company.call(chen, 'stage.move', {
        ...{ requestId: requestId(), id, version: await version(), to: each.to, reason: '重新看' },
        ...{ candidateText: '…', referrerText: '…', internalNote: null },
      })
    case 'claim':
      return company.call(candidate, 'application.claimSource', {
        requestId: requestId(),
        id,
        words: '是别人',
      })
    case 'clock':
      return runClock(company.service, now)
  }
}
