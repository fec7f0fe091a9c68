/** @jest-environment ./e2e/weapp/environment.ts */
import type { Phone } from '@/domain/phone'
import { rootOf } from './built'
import { openCloud, type Cloud } from './cloud'
import { LIN_XIAO } from './cloud-company'
import type { Ask } from './recruiter'
import { overloaded, startMiniProgram, type MiniProgram } from './simulator'
import { until } from './until'
import { overCloud } from './wx-cloud'

jest.setTimeout(60_000)

const CANDIDATE = { name: '东方朔', phone: '+8613912345675' as Phone }

let cloud: Cloud
let referrer: MiniProgram
let linXiao: Ask
let candidate: Ask
let invitation: { id: string; jobId: string }

beforeAll(async () => {
  cloud = await openCloud()
  linXiao = await bound('oLinXiao', LIN_XIAO.phone)
  candidate = await bound('oCandidate', CANDIDATE.phone)
  const { jobs } = await linXiao('job.list', {})
  const jobId = jobs[0]?.id ?? ''
  const input = { phone: CANDIDATE.phone, jobId, relation: null, line: null, consent: true } as const
  const sent = await linXiao('invitation.send', { requestId: 'request-send', ...input })
  invitation = { id: sent.invitation.id, jobId }
  await candidate('invitation.accept', { requestId: 'request-accept', id: invitation.id })
  referrer = startMiniProgram({ root: rootOf('weapp'), road: overCloud(cloud, 'oLinXiao') })
})

afterAll(async () => {
  referrer?.quit()
  await cloud?.close()
})

async function bound(openid: string, phone: Phone): Promise<Ask> {
  const ask = cloud.askAs(openid)
  await ask('me.bindPhone', { requestId: `bind-${openid}`, code: cloud.phoneCode(openid, phone) })
  return ask
}

/** The number on the tab 我的, or none. */
const badge = (words: string | undefined) =>
  until(
    `The tab did not show ${words}`,
    () => referrer.badges.get('我的') === words,
    () => String(referrer.badges.get('我的')),
  )

it('a message is counted on the tab and on 我的', async () => {
  referrer.open('/pages/me/index')
  await referrer.see('1 条未读')
  await badge('1')
})

it('it opens the invitation it tells of, and the number goes', async () => {
  await referrer.tap('消息')
  await referrer.see('1 条未读', 'TA 接受了邀请')
  await referrer.tap('TA 接受了邀请')
  await referrer.see('发给 139****5675 的邀请')
  expect(referrer.route()).toBe('pages/progress/index')
  await badge(undefined)
})

it('the next one is counted while another tab is in front', async () => {
  const input = { jobId: invitation.jobId, invitationId: invitation.id, token: null }
  await candidate('application.submit', {
    ...{ requestId: 'request-apply', ...input },
    ...{ name: CANDIDATE.name, note: null, fileId: null },
  })
  await badge('1')
})

it('all are read at once', async () => {
  referrer.open('/inbox/list/index')
  await referrer.see(CANDIDATE.name)
  await referrer.tap('全部已读')
  await referrer.see('都看过了')
  referrer.tab('我的')
  await badge(undefined)
})

it('how to be told is saved with the tap', async () => {
  await referrer.tap('提醒设置')
  await referrer.tap('按时段免打扰')
  await referrer.see('已保存', '不设免打扰')
  expect(await linXiao('notice.get', {})).toMatchObject({ quietFrom: 1320, quietTo: 1320 })
})

it('is never handed more than 64 KB at once', () => {
  expect(overloaded([referrer])).toEqual([])
})
