import sql from 'sql-template-tag'
import { addDays } from '@/domain/shanghai'
import type { OwnChannel } from '@/domain/own-share'
import {
  freshPhone,
  MONDAY,
  openCompany,
  requestId,
  send,
  type Colleague,
  type Company,
} from '@/testing/company'
import { openedBy, freshVisitor, type Way } from '@/testing/opening'

let company: Company
let referrer: Colleague
let jobId: string
let closedId: string

beforeAll(async () => {
  company = await openCompany()
  referrer = await company.colleague()
  jobId = await company.job()
  closedId = await company.job({ status: 'closed' })
})
afterAll(() => company.close())
beforeEach(() => company.at(MONDAY))

let names = 0
async function shareOf(channel: OwnChannel, forJob: string | null = jobId, by = referrer) {
  const name = channel === 'code' ? null : `海报 ${++names}`
  const input = { requestId: requestId(), channel, jobId: forJob, name, title: null }
  // One share of each kind is enough for most, and a day has few posters.
  const someone = channel === 'poster' && by === referrer ? await company.colleague() : by
  return (await company.must(someone, 'share.create', input)).share
}

const landingOf = async (token: string, way: Way = {}) => {
  const reply = await openedBy(company, token, way)
  if (!reply.ok) throw new Error(reply.code)
  return reply.data
}
type TouchRow = { visitor: string; person_id: string | null; scene: number | null; day: string }
const touches = async (token: string) =>
  company.service.db.rows<TouchRow>(sql`select t.visitor, t.person_id, t.scene, t.day from touch t
    join share s on s.id = t.share_id where s.token = ${token} order by t.at`)

describe('where a door leads', () => {
  it.each(['card', 'poster', 'link'] as const)(
    'a %s leads to its job and who recommends it',
    async (channel) => {
      const { token } = await shareOf(channel)
      expect(await landingOf(token)).toMatchObject({
        ...{
          kind: 'share',
          channel,
          company: '星河科技',
          referrer: { name: '林晓', department: '前端平台部' },
        },
        ...{ job: { id: jobId, takesReferrals: true }, jobs: [], own: false },
        ...{ applicationId: null, invitationsWaiting: 0 },
      })
    },
  )

  it('a code leads to all open jobs', async () => {
    const { token } = await shareOf('code', null)
    const landing = await landingOf(token)
    expect(landing).toMatchObject({ kind: 'share', channel: 'code', job: null, jobs: [{ id: jobId }] })
  })

  it('a link to a job that has closed shows it, and the open ones beside it', async () => {
    const { token } = await shareOf('link')
    await company.service.db.rows(sql`update share set job_id = ${closedId} where token = ${token}`)
    expect(await landingOf(token)).toMatchObject({
      job: { id: closedId, takesReferrals: false },
      jobs: [{ id: jobId }],
    })
  })

  it('an invitation leads to itself', async () => {
    const { invitation } = await company.must(referrer, 'invitation.send', send(freshPhone(), jobId))
    expect(await landingOf(invitation.token)).toMatchObject({
      kind: 'invitation',
      invitationId: invitation.id,
      status: 'opened',
    })
  })

  it('tells the referrer that it is their own, and a candidate what waits for them and what they applied for', async () => {
    const { token } = await shareOf('card')
    const candidate = await company.person()
    expect(await landingOf(token, { who: referrer })).toMatchObject({ own: true })
    await company.must(referrer, 'invitation.send', send(candidate.phone, null))
    expect(await landingOf(token, { who: candidate })).toMatchObject({
      ...{ own: false, invitationsWaiting: 1, applicationId: null },
    })
    const input = {
      requestId: requestId(),
      jobId,
      invitationId: null,
      name: '周宁',
      note: null,
      fileId: null,
    }
    const { applicationId } = await company.must(candidate, 'application.submit', input)
    expect(await landingOf(token, { who: candidate })).toMatchObject({ applicationId })
    expect(await landingOf(token)).toMatchObject({ applicationId: null })
  })

  it.each<[string, () => Promise<string>, string]>([
    ['a token nobody made', async () => 'AAAAAAAAAAAAAAAAAAAAAA', 'share-unknown'],
    ['a damaged token', async () => (await shareOf('link')).token.slice(0, -3), 'share-unknown'],
    [
      'a share that was ended',
      async () => {
        const { id, token } = await shareOf('link')
        await company.must(referrer, 'share.end', { requestId: requestId(), id })
        return token
      },
      'share-ended',
    ],
    [
      'a share of somebody who has left',
      async () => {
        const leaver = await company.colleague()
        const { token } = await shareOf('link', jobId, leaver)
        await company.service.db.rows(sql`update employee set active = false where id = ${leaver.employeeId}`)
        return token
      },
      'share-ended',
    ],
  ])('%s is answered, and leaves no touch', async (_what, make, code) => {
    const token = await make()
    const reply = await openedBy(company, token, { visitor: freshVisitor() })
    expect(reply).toMatchObject({ ok: false, code })
    expect(await touches(token)).toEqual([])
  })

  it('answers in one statement, touch and all', async () => {
    const { token } = await shareOf('link')
    const before = company.service.db.statements
    await landingOf(token, { visitor: freshVisitor() })
    expect(company.service.db.statements - before).toBe(1)
  })
})

describe('a touch', () => {
  it('is one per share, visitor and day in Shanghai', async () => {
    const [{ token }, other] = [await shareOf('link'), await shareOf('card')]
    const [visitor, second] = [freshVisitor(), freshVisitor()]
    company.at(new Date('2026-11-23T23:59:00+08:00'))
    await Promise.all(Array.from({ length: 10 }, () => landingOf(token, { visitor, scene: 1047 })))
    await landingOf(token, { visitor: second })
    await landingOf(other.token, { visitor })
    company.at(new Date('2026-11-24T00:01:00+08:00'))
    await landingOf(token, { visitor })
    const rows = await touches(token)
    expect(rows.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-23', '2026-11-24'])
    expect(rows[0]).toMatchObject({ scene: 1047, person_id: null })
    expect(await touches(other.token)).toHaveLength(1)
  })

  it('keeps of a visitor a keyed hash only', async () => {
    const { token } = await shareOf('link')
    const visitor = freshVisitor()
    await landingOf(token, { visitor })
    const [row] = await touches(token)
    expect(row?.visitor).toBe(company.service.secrets.visitorHash('web', visitor))
    expect(row?.visitor).not.toContain(visitor)
  })

  it('is WeChat’s word in WeChat, whatever the input says', async () => {
    const { token } = await shareOf('card')
    await landingOf(token, { openid: 'oZhou', visitor: freshVisitor() })
    await landingOf(token, { openid: 'oZhou', visitor: freshVisitor() })
    const hash = company.service.secrets.visitorHash('wechat', 'oZhou')
    expect(await touches(token)).toMatchObject([{ visitor: hash, person_id: null }])
    // A browser that claims the same name is somebody else.
    expect(company.service.secrets.visitorHash('web', 'oZhou')).not.toBe(hash)
  })

  it('names who is logged in, with or without a mark of their browser', async () => {
    const { token } = await shareOf('link')
    const [marked, unmarked] = [await company.person(), await company.person()]
    await landingOf(token, { who: marked, visitor: freshVisitor() })
    await landingOf(token, { who: unmarked })
    await landingOf(token, { who: unmarked })
    const rows = await touches(token)
    expect(rows.map((row) => row.person_id)).toEqual([marked.id, unmarked.id])
  })

  it.each<[string, () => Way]>([
    ['nobody in particular', () => ({})],
    ['its own referrer', () => ({ who: referrer, visitor: freshVisitor() })],
    ['a link preview', () => ({ visitor: freshVisitor(), userAgent: 'Twitterbot/1.0' })],
    ['a client that does not say what it is', () => ({ visitor: freshVisitor(), userAgent: '' })],
  ])('is not made by %s', async (_who, way) => {
    const { token } = await shareOf('card')
    expect(await landingOf(token, way())).toMatchObject({ kind: 'share' })
    expect(await touches(token)).toEqual([])
  })

  it('of a preview does not open an invitation, one of a person does', async () => {
    const { invitation } = await company.must(referrer, 'invitation.send', send(freshPhone(), jobId))
    const preview = { visitor: freshVisitor(), userAgent: 'facebookexternalhit/1.1' }
    expect(await landingOf(invitation.token, preview)).toMatchObject({ status: 'waiting' })
    expect(await landingOf(invitation.token, { who: referrer })).toMatchObject({ status: 'waiting' })
    expect(await landingOf(invitation.token, { visitor: freshVisitor() })).toMatchObject({ status: 'opened' })
    expect(await touches(invitation.token)).toHaveLength(1)
  })

  it('of an invitation that is over is none', async () => {
    const { invitation } = await company.must(referrer, 'invitation.send', send(freshPhone(), jobId))
    company.at(addDays(MONDAY, 31))
    expect(await openedBy(company, invitation.token, { visitor: freshVisitor() })).toMatchObject({
      code: 'share-ended',
    })
    expect(await touches(invitation.token)).toEqual([])
  })

  it('cannot be changed or taken back', async () => {
    const change = company.service.db.rows(sql`update touch set at = now()`)
    await expect(change).rejects.toThrow('touch is append-only')
    await expect(company.service.db.rows(sql`delete from touch`)).rejects.toThrow('touch is append-only')
  })
})
