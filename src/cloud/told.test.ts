import sql from 'sql-template-tag'
import { addDays } from '@/domain/shanghai'
import { openedBy } from '@/testing/opening'
import {
  MONDAY,
  openCompany,
  requestId,
  send,
  type Colleague,
  type Company,
  type Somebody,
} from '@/testing/company'
import { referring } from '@/testing/referring'

let company: Company
let by: ReturnType<typeof referring>
let names: Map<string, string>

beforeAll(async () => {
  company = await openCompany()
  by = referring(company)
})
afterAll(() => company.close())

type Scene = {
  lin: Colleague
  wang: Colleague
  chen: Colleague
  he: Colleague
  candidate: Somebody
  jobId: string
  otherJobId: string
}
let scene: Scene

beforeEach(async () => {
  company.at(MONDAY)
  const chen = await company.colleague({ role: 'recruiter', name: '陈思' })
  const he = await company.colleague({ role: 'recruiter', name: '何帆' })
  scene = {
    ...{ chen, he, lin: await company.colleague(), wang: await company.colleague({ name: '王磊' }) },
    candidate: await company.person(),
    jobId: await company.job({ recruiter: chen }),
    otherJobId: await company.job({ recruiter: he }),
  }
  names = new Map(
    (['lin', 'wang', 'chen', 'he', 'candidate'] as const).map((name) => [scene[name].id, name] as const),
  )
})

const once = () => ({ requestId: requestId() })

/** What `happen` tells everybody in the scene; `!` when it is worth a disturbance and waits in the outbox. */
async function told(happen: () => Promise<unknown>): Promise<string[]> {
  const before = await messages()
  await happen()
  return [...(await messages())].flatMap(([id, line]) => (before.has(id) ? [] : [line])).sort()
}

async function messages(): Promise<Map<string, string>> {
  const rows = await company.service.db.rows<{
    id: string
    person: string
    event: string
    seat: string
    subject: string
    queued: boolean
  }>(sql`select m.id, m.person_id as person, m.event, m.seat, m.subject_kind as subject,
      exists (select from outbox o where o.message_id = m.id) as queued from message m where m.person_id = any(${[...names.keys()]}::uuid[])`)
  return new Map(
    rows.map(({ id, person, event, seat, subject, queued }) => [
      id,
      `${names.get(person)} ${event} as ${seat} of ${subject}${queued ? ' !' : ''}`,
    ]),
  )
}

const invited = () => by.invite(scene.lin, scene.candidate, scene.jobId)
const tokenOf = async (id: string) => (await company.must(scene.lin, 'invitation.get', { id })).token
const applied = () => company.application(scene.lin, scene.candidate, scene.jobId)
const rules = (id: string, owner: Parameters<typeof by.ruling>[1]) =>
  company.must(scene.chen, 'application.ruleSource', by.ruling(id, owner))
const objects = (who: Colleague, kind: 'invitation' | 'application', id: string) =>
  company.must(who, 'referral.object', { ...once(), kind, id, words: '是我先联系的' })
const claims = (id: string) =>
  company.must(scene.candidate, 'application.claimSource', { ...once(), id, words: '是王磊推荐的' })

/** What has to be there first, and what is told of what happens then. */
type Row = [
  happening: string,
  before: () => Promise<string>,
  happen: (id: string) => Promise<unknown>,
  told: string[],
]

it.each<Row>([
  [
    'an invitation to somebody who is here already',
    async () => '',
    invited,
    ['candidate invited as candidate of invitation !'],
  ],
  [
    'the addressee opens it',
    invited,
    async (id) => openedBy(company, await tokenOf(id), {}),
    ['lin invitation-opened as referrer of invitation'],
  ],
  [
    'its referrer opens it',
    invited,
    async (id) => openedBy(company, await tokenOf(id), { who: scene.lin }),
    [],
  ],
  [
    'it is accepted',
    invited,
    (id) => by.accept(scene.candidate, id),
    ['lin invitation-accepted as referrer of invitation !'],
  ],
  [
    'it is declined, and the number erased after that',
    invited,
    async (id) => {
      const token = await tokenOf(id)
      await company.must(null, 'invitation.decline', { ...once(), token, erase: false })
      await company.must(null, 'invitation.decline', { ...once(), token, erase: true })
    },
    ['lin invitation-declined as referrer of invitation !'],
  ],
  ['it is revoked', invited, (id) => company.must(scene.lin, 'invitation.revoke', { ...once(), id }), []],
  [
    'an application',
    () => by.invited(scene.lin, scene.candidate, scene.jobId),
    (invitationId) => by.applies(scene.candidate, scene.jobId, { invitationId }),
    [
      'candidate applied as candidate of application',
      'chen applied as recruiter of application !',
      'lin applied as referrer of application !',
    ],
  ],
  [
    'an application that nobody brought',
    async () => '',
    () => by.applies(scene.candidate, scene.otherJobId),
    ['candidate applied as candidate of application', 'he applied as recruiter of application !'],
  ],
  [
    'a move by the recruiter',
    applied,
    (id) => by.moves(scene.chen, id, 1, 'screening'),
    ['candidate stage-moved as candidate of application !', 'lin stage-moved as referrer of application !'],
  ],
  [
    'a rejection',
    applied,
    (id) => by.moves(scene.chen, id, 1, 'rejected'),
    ['candidate ended as candidate of application !', 'lin ended as referrer of application !'],
  ],
  [
    'the candidate gives up',
    applied,
    (id) => by.withdraws(scene.candidate, id),
    ['chen ended as recruiter of application', 'lin ended as referrer of application !'],
  ],
  [
    'a claim of the candidate, which the referrer hears nothing of',
    applied,
    claims,
    ['chen source-claimed as recruiter of application !'],
  ],
  [
    'a decision on it that keeps the owner',
    async () => {
      const id = await applied()
      await claims(id)
      return id
    },
    (id) => rules(id, { kind: 'keep' }),
    ['candidate owner-changed as candidate of application'],
  ],
  ['a decision that nobody asked for and changes nothing', applied, (id) => rules(id, { kind: 'keep' }), []],
  [
    'a decision for another',
    applied,
    (id) => rules(id, { kind: 'employee', employeeId: scene.wang.employeeId }),
    [
      'candidate owner-changed as candidate of application',
      'lin owner-changed as referrer of application !',
      'wang owner-changed as referrer of application !',
    ],
  ],
  [
    'an objection about an invitation that led to nothing',
    async () => {
      const id = await by.invited(scene.wang, scene.candidate, scene.jobId)
      company.at(addDays(MONDAY, -1))
      await applied()
      company.at(MONDAY)
      return id
    },
    (id) => objects(scene.wang, 'invitation', id),
    ['chen source-objected as recruiter of application !'],
  ],
  [
    'an objection about a recruiter who applied, and nothing to themselves',
    async () => {
      scene.jobId = await company.job({ recruiter: scene.chen })
      const id = await by.invited(scene.wang, scene.chen, scene.jobId)
      const earlier = await by.invite(scene.lin, scene.chen, scene.jobId)
      company.at(addDays(MONDAY, -1))
      await by.accept(scene.chen, earlier)
      await by.applies(scene.chen, scene.jobId, { invitationId: earlier })
      company.at(MONDAY)
      return id
    },
    (id) => objects(scene.wang, 'invitation', id),
    [],
  ],
  [
    'a decision that keeps the owner against an objection',
    async () => {
      const earlier = await by.invited(scene.lin, scene.candidate, scene.jobId)
      const id = await by.invited(scene.wang, scene.candidate, scene.jobId)
      const application = await by.applies(scene.candidate, scene.jobId, { invitationId: earlier })
      await objects(scene.wang, 'invitation', id)
      return application
    },
    (id) => rules(id, { kind: 'keep' }),
    ['wang owner-changed as referrer of invitation !'],
  ],
  [
    'a transfer',
    applied,
    (id) => company.must(scene.chen, 'application.transfer', by.transfer(id, 1, scene.otherJobId)),
    [
      'candidate job-changed as candidate of application !',
      'he job-changed as recruiter of application !',
      'lin job-changed as referrer of application !',
    ],
  ],
  [
    'a transfer to a job that the owner manages',
    async () => {
      const id = await applied()
      scene.otherJobId = await company.job({ recruiter: scene.he, manager: scene.lin })
      return id
    },
    (id) => company.must(scene.chen, 'application.transfer', by.transfer(id, 1, scene.otherJobId)),
    [
      'candidate job-changed as candidate of application !',
      'he job-changed as recruiter of application !',
      'lin owner-changed as referrer of application !',
    ],
  ],
  [
    'somebody picked from the pool who is protected no longer',
    async () => {
      const id = await applied()
      await by.moves(scene.chen, id, 1, 'pooled')
      company.at(addDays(MONDAY, 200))
      return id
    },
    (id) => by.moves(scene.chen, id, 2, 'screening'),
    ['candidate stage-moved as candidate of application !', 'lin owner-changed as referrer of application !'],
  ],
  [
    'an erasure',
    async () => {
      await by.invite(scene.wang, scene.candidate, scene.otherJobId)
      return applied()
    },
    () => company.must(scene.candidate, 'me.erase', once()),
    [
      'chen ended as recruiter of application',
      'lin ended as referrer of application !',
      'wang invitation-declined as referrer of invitation !',
    ],
  ],
])('tells of %s', async (_happening, before, happen, expected) => {
  const id = await before()
  expect(await told(() => happen(id))).toEqual(expected)
})

it('tells of nothing a second time, however often it is asked and at once', async () => {
  const { invitation } = await company.must(
    scene.lin,
    'invitation.send',
    send(scene.candidate.phone, scene.jobId),
  )
  const accept = { ...once(), id: invitation.id }
  const apply = by.application(scene.jobId, { invitationId: invitation.id })
  const ten = <T>(run: () => Promise<T>) => Promise.all(Array.from({ length: 10 }, run))
  const lines = await told(async () => {
    await ten(() => company.call(scene.candidate, 'invitation.accept', accept))
    await ten(() => company.call(scene.candidate, 'application.submit', apply))
    await ten(() => company.call(scene.lin, 'invitation.send', send(scene.candidate.phone, scene.jobId)))
  })
  expect(lines).toEqual([
    'candidate applied as candidate of application',
    'chen applied as recruiter of application !',
    'lin applied as referrer of application !',
    'lin invitation-accepted as referrer of invitation !',
  ])
})

it('puts off the word that nothing has happened whenever something was told', async () => {
  const id = await invited()
  const wordAt = async (table: 'invitation' | 'application', row: string) =>
    (
      await company.service.db.one<{ at: Date }>(
        table === 'invitation'
          ? sql`select word_at as at from invitation where id = ${row}`
          : sql`select word_at as at from application where id = ${row}`,
      )
    ).at
  // The fourth day is asked about, whatever happened since.
  expect(await wordAt('invitation', id)).toEqual(new Date('2026-11-27T09:00:00+08:00'))
  company.at(addDays(MONDAY, 4))
  await openedBy(company, await tokenOf(id), {})
  expect(await wordAt('invitation', id)).toEqual(new Date('2026-12-03T09:00:00+08:00'))
  company.at(addDays(MONDAY, 5))
  await by.accept(scene.candidate, id)
  expect(await wordAt('invitation', id)).toEqual(new Date('2026-12-03T09:00:00+08:00'))
  company.at(addDays(MONDAY, 6))
  const application = await by.applies(scene.candidate, scene.jobId, { invitationId: id })
  expect(await wordAt('application', application)).toEqual(new Date('2026-12-05T09:00:00+08:00'))
})
