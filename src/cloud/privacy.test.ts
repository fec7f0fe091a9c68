import sql from 'sql-template-tag'
import { CALL_NAMES, type CallName } from '@/contract/calls'
import { PERMISSIONS } from '@/contract/permissions'
import { MONDAY, openCompany, requestId, type Company } from '@/testing/company'
import { referring } from '@/testing/referring'
import { ABOUT_NOBODY, ASKED, twoReferrers, type Referrer, type TwoReferrers } from '@/testing/two-referrers'

let company: Company
let by: ReturnType<typeof referring>

beforeAll(async () => {
  company = await openCompany()
  by = referring(company)
})
afterAll(() => company.close())
beforeEach(() => company.at(MONDAY))

const once = () => ({ requestId: requestId() })

it('walks every call that an employee may make', () => {
  const granted = CALL_NAMES.filter((name) =>
    PERMISSIONS[name].some(([role]) => role === 'visitor' || role === 'person' || role === 'employee'),
  )
  expect([...Object.keys(ASKED), ...ABOUT_NOBODY].sort()).toEqual([...granted].sort())
})

/** Everything of a colleague's by which somebody else could tell that they take part. */
async function tracesOf({ id, employeeId }: Referrer, name: string): Promise<string[]> {
  const rows = await company.service.db.rows<Record<'id' | 'token' | 'code' | 'invitation', string | null>>(
    sql`select s.id, s.token, s.code, i.id as invitation from share s left join invitation i on i.share_id = s.id where s.referrer_id = ${id}`,
  )
  const traces = rows.flatMap((row) => [row.id, row.token, row.code, row.invitation])
  return [name, `${name}的部门`, id, employeeId, ...traces.filter((trace) => trace !== null)]
}

/** All that somebody reads, by call; what changes from one run to the next made equal. */
async function readings(scene: TwoReferrers, me: Referrer): Promise<[call: string, reply: string][]> {
  const found: [string, string][] = []
  for (const name of Object.keys(ASKED) as CallName[]) {
    const inputs = ASKED[name]?.(scene, me) ?? []
    for (const input of inputs)
      found.push([name, JSON.stringify(await company.call(me, name, input as never))])
  }
  return found
}

function evened(reply: string): string {
  // Here everything happens at one moment: which of two messages is the newer one is nothing that tells of anybody.
  return inOrder(reply)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replace(/"[\w-]{22}"|\/i\/[\w-]{22}/g, 'token')
    .replace(/\d{3}\*{4}\d{4}|"phoneTail":"\d\d"/g, 'number')
    .replace(/[2-9A-Z]{4}-[2-9A-Z]{4}|"code":"[2-9A-Z]{8}"/g, 'code')
    .replace(/"cursor":"[\d:,]+"/, 'cursor')
}

function inOrder(reply: string): string {
  const parsed = JSON.parse(reply) as { data?: { items?: { event?: string; body?: string }[] } }
  const items = parsed.data?.items
  if (!items?.some(({ event }) => event !== undefined)) return reply
  items.sort((a, b) => `${a.event}${a.body}`.localeCompare(`${b.event}${b.body}`))
  return JSON.stringify(parsed)
}

const PHASES: [string, (scene: TwoReferrers) => Promise<unknown>][] = [
  ['before the application', async () => undefined],
  [
    'after the application',
    async (scene) => {
      scene.applicationId = await by.applies(scene.candidate, scene.jobId, {
        invitationId: scene.lin.invitationId,
      })
    },
  ],
  [
    'after a claim',
    ({ candidate, applicationId }) =>
      company.must(candidate, 'application.claimSource', {
        ...{ ...once(), id: applicationId ?? '', words: '我也认识别的同事' },
      }),
  ],
  [
    'after a move',
    ({ recruiter, applicationId }) => by.moves(recruiter, applicationId ?? '', 1, 'screening'),
  ],
  [
    'after a decision that keeps the owner',
    ({ recruiter, applicationId }) =>
      company.must(recruiter, 'application.ruleSource', by.ruling(applicationId ?? '', { kind: 'keep' })),
  ],
  [
    'after a transfer',
    ({ recruiter, applicationId, nextJobId }) =>
      company.must(recruiter, 'application.transfer', by.transfer(applicationId ?? '', 2, nextJobId)),
  ],
  ['after the end', ({ candidate, applicationId }) => by.withdraws(candidate, applicationId ?? '')],
]

const RULED: typeof PHASES = [
  [
    'after a decision for the other',
    ({ recruiter, wang, applicationId }) =>
      company.must(
        recruiter,
        'application.ruleSource',
        by.ruling(
          applicationId ?? '',
          { kind: 'employee', employeeId: wang?.employeeId ?? '' },
          '王磊先联系，林晓后联系',
        ),
      ),
  ],
  [
    'after a transfer of what is theirs now',
    async ({ recruiter, applicationId, jobId }) => {
      const { jobs } = await company.must(recruiter, 'job.list', {})
      const third = jobs.find(({ id }) => id !== jobId)?.id ?? ''
      const { version } = await company.must(recruiter, 'progress.get', {
        as: 'recruiter',
        id: applicationId ?? '',
      })
      return company.call(recruiter, 'application.transfer', by.transfer(applicationId ?? '', version, third))
    },
  ],
  [
    'after it was taken from both',
    ({ recruiter, applicationId }) =>
      company.must(recruiter, 'application.ruleSource', by.ruling(applicationId ?? '', { kind: 'nobody' })),
  ],
]

it('never shows one of two referrers a trace of the other', async () => {
  const scene = await twoReferrers(company, true)
  const { lin, wang } = scene
  if (!wang) throw new Error('There are two')
  const order = [...PHASES.slice(0, 5), ...RULED]
  for (const [phase, happen] of order) {
    await happen(scene)
    for (const [me, other, name] of [
      [lin, wang, '王磊'],
      [wang, lin, '林晓'],
    ] as const) {
      const traces = await tracesOf(other, name)
      for (const [call, reply] of await readings(scene, me)) {
        const leaked = traces.filter((trace) => reply.includes(trace))
        expect({ phase, call, reply, leaked }).toEqual({ phase, call, reply, leaked: [] })
      }
    }
  }
})

it('reads the same to the owner whether there is another or not, to the last count', async () => {
  const alone = await twoReferrers(company, false)
  const beside = await twoReferrers(company, true)
  for (const [phase, happen] of PHASES) {
    const [first, second] = [await told(alone, happen), await told(beside, happen)]
    expect({ phase, readings: second }).toEqual({ phase, readings: first })
  }
})

async function told(scene: TwoReferrers, happen: (scene: TwoReferrers) => Promise<unknown>) {
  const { cursor } = await company.must(scene.lin, 'progress.sync', { cursor: null })
  await happen(scene)
  const { changed } = await company.must(scene.lin, 'progress.sync', { cursor })
  const found = await readings(scene, scene.lin)
  return [
    ['news', changed.map(({ kind }) => kind).sort()],
    ...found.map(([call, reply]) => [call, evened(reply)]),
  ]
}
