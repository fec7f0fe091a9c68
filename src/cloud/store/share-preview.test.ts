import sql from 'sql-template-tag'
import type { OwnChannel } from '@/domain/own-share'
import { addDays } from '@/domain/shanghai'
import {
  freshPhone,
  MONDAY,
  openCompany,
  requestId,
  send,
  type Colleague,
  type Company,
} from '@/testing/company'
import { findPreview } from './share-preview'

let company: Company
let referrer: Colleague
let jobId: string

beforeAll(async () => {
  company = await openCompany()
  jobId = await company.job()
})
afterAll(() => company.close())
beforeEach(async () => {
  referrer = await company.colleague()
})

const preview = (token: string, now = MONDAY) => findPreview(company.service.db, token, now)
async function share(channel: OwnChannel, forJob: string | null) {
  const input = { requestId: requestId(), channel, jobId: forJob, name: null, title: null }
  return (await company.must(referrer, 'share.create', input)).share
}
const invitation = async (phone: string = freshPhone()) =>
  (await company.must(referrer, 'invitation.send', send(phone, jobId))).invitation

const WHOLE = {
  ...{ referrer: '林晓', department: '前端平台部' },
  job: { title: '高级前端工程师', city: '上海' },
}

it.each(['card', 'poster', 'link'] as const)('of a %s names its referrer and its job', async (channel) => {
  expect(await preview((await share(channel, jobId)).token)).toEqual(WHOLE)
})

it('of a code names no job', async () => {
  expect(await preview((await share('code', null)).token)).toEqual({ ...WHOLE, job: null })
})

it('of an invitation says nothing more, and opens nothing', async () => {
  const { id, token } = await invitation()
  expect(await preview(token)).toEqual(WHOLE)
  expect(await company.must(referrer, 'invitation.get', { id })).toMatchObject({ status: 'waiting' })
})

it.each<[string, () => Promise<string>]>([
  ['nobody made', async () => 'AAAAAAAAAAAAAAAAAAAAAA'],
  [
    'was ended',
    async () => {
      const { id, token } = await share('link', jobId)
      await company.must(referrer, 'share.end', { requestId: requestId(), id })
      return token
    },
  ],
  [
    'is of somebody who has left',
    async () => {
      const { token } = await share('link', jobId)
      await company.service.db.rows(sql`update employee set active = false where id = ${referrer.employeeId}`)
      return token
    },
  ],
  [
    'was taken back',
    async () => {
      const { id, token } = await invitation()
      await company.must(referrer, 'invitation.revoke', { requestId: requestId(), id })
      return token
    },
  ],
  [
    'was refused with the number',
    async () => {
      const { token } = await invitation()
      await company.must(null, 'invitation.decline', { requestId: requestId(), token, erase: true })
      return token
    },
  ],
])('there is none of a token that %s', async (_what, make) => {
  expect(await preview(await make())).toBeNull()
})

it('there is none of an invitation that has expired', async () => {
  expect(await preview((await invitation()).token, addDays(MONDAY, 31))).toBeNull()
})
