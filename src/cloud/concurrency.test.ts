import { isDeepStrictEqual } from 'node:util'
import { effectiveOwner, ownerAfterTransfer } from '@/domain/attribution/owner'
import { POLICY } from '@/domain/policy'
import type { Seat } from '@/contract/fields'
import type { Somebody } from '@/testing/company'
import { closeGround, openGround, type Ground } from '@/testing/rush/ground'
import { possibleDecisions } from '@/testing/rush/possible-decisions'
import { playRound, type Round, type Shape } from '@/testing/rush/round'
import { readTables, type ApplicationRow, type Tables } from '@/testing/rush/tables'

const COLLEAGUES = 100
const ROUNDS = 200
const SHAPES: Shape[] = [
  { about: 'everything at once', accepts: 2 },
  { about: 'invitations accepted before', accepts: 3, acceptsBefore: true },
  { about: 'doors open before and nothing accepted', accepts: 0, doorsBefore: true },
  { about: 'through a door and nothing accepted', accepts: 0, through: true },
  { about: 'doors open before, accepting while applying', accepts: 3, doorsBefore: true },
]

let ground: Ground
beforeAll(async () => {
  ground = await openGround({ colleagues: COLLEAGUES })
})
afterAll(() => closeGround(ground))

/** The rounds share their colleagues and doors, so they go on from one another. */
describe.each(SHAPES)('$about', (shape) => {
  const rounds = ROUNDS / SHAPES.length
  const first = SHAPES.indexOf(shape) * rounds

  it(`${COLLEAGUES} invitations, 5 doors, 2 applications and a transfer end in one owner, ${rounds} times`, async () => {
    for (let number = first; number < first + rounds; number++) {
      const round = await playRound(ground, number, shape)
      await check(round)
    }
  }, 240_000)
})

async function check(round: Round): Promise<void> {
  const { secrets, db } = ground.company.service
  const tables = await readTables(db, round, secrets.phoneHash(round.candidate.phone))
  const [application, ...more] = tables.applications
  if (!application) throw new Error('There is no application')

  expect(more).toEqual([])
  expect(application).toMatchObject({ endedAt: null, jobId: ground.jobs.other, stage: 'screening' })
  expect(round.applied.map(({ reply }) => (reply.ok ? 'applied' : reply.code)).sort()).toEqual([
    'already-applied',
    'applied',
  ])
  expect(round.transferred.reply).toMatchObject({ ok: true })
  checkInvitations(round, tables)
  checkTouches(round, tables)
  checkOwner(round, tables, application)
  await checkExplanations(round, application)
}

function checkInvitations({ sent }: Round, { invitations, applications }: Tables): void {
  expect(invitations.map(({ id }) => id).sort()).toEqual(sent.map(({ id }) => id).sort())
  const used = invitations.filter(({ status }) => status === 'applied').map(({ id }) => id)
  expect(used).toEqual(applications.flatMap(({ credit }) => credit.invitationId ?? []))
}

/** One per door and browser, whoever tapped twice, and none lost. */
function checkTouches({ opened }: Round, { touches }: Tables): void {
  const asked = new Set(opened.map(({ token, visitor }) => `${token} ${visitor}`))
  expect(touches.map(({ token, visitor }) => `${token} ${visitor}`).sort()).toEqual([...asked].sort())
}

function checkOwner(round: Round, tables: Tables, application: ApplicationRow): void {
  const { referrerId, ownerId, credit } = application
  expect(referrerId).toBe(credit.referrerId)
  const possible = [...new Set(possibleDecisions(round, tables, application))]
  if (!possible.some((decision) => isDeepStrictEqual(decision, credit)))
    expect(credit).toEqual(possible.at(-1))

  expect(tables.events).toMatchObject([
    { kind: 'transferred', fromJob: ground.jobs.first, toJob: ground.jobs.other, ownerId },
  ])
  expect(ownerId).toBe(effectiveOwner(referrerId, tables.events))
  const other = tables.jobs[ground.jobs.other]
  if (!other) throw new Error('There is no such job')
  expect(ownerId).toBe(ownerAfterTransfer(referrerId, round.candidate.id, other, tables.people, POLICY))
}

/** Each seat reads one thing however often it asks, and all of them the same owner. */
async function checkExplanations(
  { candidate }: Round,
  { id, ownerId, referrerId }: ApplicationRow,
): Promise<void> {
  const { colleagues, recruiters, ask } = ground
  const explained = async (as: Seat, readers: readonly Somebody[]) => {
    const asked = await Promise.all(
      readers.map((reader) => ask.colleague(reader, 'application.explain', { as, id })),
    )
    const replies = asked.map(({ reply }) => reply)
    const [first] = replies
    for (const reply of replies) expect(reply).toEqual(first)
    if (!first?.ok) throw new Error(`application.explain answered ${first?.code}`)
    return first.data
  }
  const toCandidate = await explained('candidate', [candidate, candidate, candidate])
  const toRecruiter = await explained('recruiter', [...recruiters, ...recruiters])
  const index = colleagues.findIndex((colleague) => colleague.id === ownerId)
  const name = index === -1 ? undefined : `同事${index + 1}`
  expect([toCandidate.owner?.name, toRecruiter.owner?.name]).toEqual([name, name])
  expect(toCandidate.protectedUntil).toBe(toRecruiter.protectedUntil)

  for (const colleague of colleagues.filter((one) => one.id === referrerId || one.id === ownerId)) {
    const told = await explained('referrer', [colleague, colleague])
    const mine = colleague.id === ownerId
    expect(told).toMatchObject({ mine, protectedUntil: mine ? toRecruiter.protectedUntil : null })
    expect(told.owner?.name).toBe(mine ? name : undefined)
  }
  const stranger = colleagues.find((one) => one.id !== referrerId && one.id !== ownerId)
  const { reply } = await ask.colleague(stranger ?? null, 'application.explain', { as: 'referrer', id })
  expect(reply).toMatchObject({ ok: false, code: 'not-found' })
}
