import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Hono } from 'hono'
import sql from 'sql-template-tag'
import type { Phone } from '@/domain/phone'
import { requestId, openCompany, send, type Company } from '@/testing/company'
import { deliverDue } from '@/cloud/outbox'
import { createLocalApp } from './app'
import type { OutboxEntry } from './outbox/read'
import { diskFiles } from './doors/files'
import { localMail } from './doors/mail'
import { localMessages } from './doors/messages'
import { localWechat } from './doors/wechat'
import { localWecom } from './doors/wecom'

const DAY = new Date('2026-11-23T10:00:00+08:00')
const NIGHT = new Date('2026-11-23T23:30:00+08:00')
const PHONE = '+8613912345678' as Phone

let company: Company
let app: Hono
let folder: string
let now = DAY

const messages = localMessages()

beforeAll(async () => {
  company = await openCompany({
    wecom: localWecom(messages),
    mail: localMail(messages),
    wechat: localWechat({ publicUrl: 'http://bole.test', messages }),
  })
  folder = mkdtempSync(path.join(os.tmpdir(), 'bole-local-'))
  mkdirSync(path.join(folder, 'js'))
  writeFileSync(path.join(folder, 'index.html'), '<title>home</title>')
  writeFileSync(path.join(folder, 'js', 'app.0a1b2c3d.js'), 'run()')
  const files = diskFiles({
    folder: path.join(folder, 'files'),
    key: Buffer.alloc(32),
    publicUrl: 'http://bole.test',
  })
  app = createLocalApp({ service: company.service, files, messages }, { root: folder }, () => now)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await company.close()
})

const page = async () => (await app.request('/outbox')).text()
const texts = async () =>
  (await (await app.request('/outbox.json')).json()) as Pick<OutboxEntry, 'to' | 'kind' | 'body' | 'state'>[]

it('says what will come while it is empty', async () => {
  expect(await texts()).toEqual([])
  expect(await page()).toContain('还没有要发出的消息')
})

it('shows a login code that somebody asked for', async () => {
  const body = JSON.stringify({ phone: PHONE })
  const headers = { 'Content-Type': 'application/json' }
  expect((await app.request('/api/session.start', { method: 'POST', body, headers })).status).toBe(200)
  expect(await texts()).toMatchObject([
    { to: PHONE, kind: 'login-code', at: DAY.toISOString(), state: 'waiting' },
  ])

  await deliverDue(company.service, now)
  const [text] = await texts()
  expect(text?.state).toBe('sent')
  const code = /\d{6}/.exec(text?.body ?? '')?.[0]
  expect(await page()).toContain(`<p class="code">${code}</p>`)
  expect(await page()).toContain('139 1234 5678')
})

it('shows an invitation that waits for the morning, with a link to click', async () => {
  const referrer = await company.colleague()
  now = NIGHT
  company.at(now)
  const { invitation } = await company.must(referrer, 'invitation.send', send('+8613912345679'))
  const [newest] = await texts()
  expect(newest).toMatchObject({ to: '+8613912345679', kind: 'invitation', state: 'waiting' })
  expect(await page()).toMatch(/11 月 24 日 周二 08:[012]\d 发出/)
  expect(await page()).toContain(`<a href="${invitation.link}">${invitation.link}</a>`)

  await company.must(referrer, 'invitation.revoke', { requestId: requestId(), id: invitation.id })
  expect((await texts())[0]).toMatchObject({ to: null, body: null, state: 'dropped' })
  expect(await page()).toContain('号码已删除')
})

describe('of messages', () => {
  it('shows what WeCom, WeChat and a mailbox got, to whom, and what opens', async () => {
    now = DAY
    company.at(now)
    const referrer = await company.colleague({ name: '林晓', wecomId: 'lin.xiao', phone: '+8613912345671' })
    const recruiter = await company.colleague({ role: 'recruiter', name: '陈思', email: 'chen.si@bole.test' })
    const candidate = await company.person('+8613912345672')
    await acceptTaps(candidate.id, 'oZhouNing', 'progress')
    await company.application(referrer, candidate, await company.job({ recruiter }), '周宁')
    expect(await page()).toContain('等待发出')
    await deliverDue(company.service, now)

    const toReferrer = (await texts()).filter(({ to, kind }) => to === referrer.phone && kind === 'message')
    expect(toReferrer).toContainEqual(
      expect.objectContaining({
        ...{ name: '林晓', channel: 'wecom', state: 'sent', reason: null },
        ...{ about: { event: 'applied', seat: 'referrer' }, body: expect.stringContaining('周宁') },
      }),
    )
    // Who has no open channel has it in the inbox, and the page says so.
    expect(await texts()).toContainEqual(
      expect.objectContaining({ name: '陈思', channel: null, state: 'dropped', reason: 'no-channel' }),
    )
    const shown = await page()
    expect(shown).toContain('林晓 139 1234 5671')
    expect(shown).toContain('企业微信')
    expect(shown).toContain('投递 · 内推人')
    expect(shown).toContain('没有打开的渠道，收件箱里有')
    expect(shown).toMatch(/href="http:\/\/bole\.test\/#\/pages\/timeline\/index\?id=[^"]+"/)
  })

  it('shows a subscribe message by its fields', async () => {
    const candidate = await company.person('+8613912345673')
    const referrer = await company.colleague()
    const recruiter = await company.colleague({ role: 'recruiter' })
    const id = await company.application(referrer, candidate, await company.job({ recruiter }), '郑好')
    await acceptTaps(candidate.id, 'oZhengHao', 'progress')
    await company.must(recruiter, 'stage.move', {
      ...{ requestId: requestId(), id, version: 1, to: 'screening', internalNote: null, reason: null },
      ...{ candidateText: '看完简历了。', referrerText: '看完简历了。' },
    })
    await deliverDue(company.service, now)
    const shown = await page()
    expect(shown).toContain('微信服务通知')
    expect(shown).toContain('phrase2：初筛中')
  })

  async function acceptTaps(personId: string, openid: string, template: string): Promise<void> {
    const { db } = company.service
    await db.rows(sql`update person set openid = ${openid} where id = ${personId}`)
    await db.rows(sql`insert into subscribe_credit (person_id, template, credits, changed_at)
      values (${personId}, ${template}, 5, ${now})`)
  }
})

it('escapes what people wrote', async () => {
  const referrer = await company.colleague({ name: '<b>林晓</b>' })
  now = new Date('2026-11-24T10:00:00+08:00')
  company.at(now)
  await company.must(referrer, 'invitation.send', send('+8613912345670'))
  expect(await page()).toContain('&lt;b&gt;林晓')
  expect(await page()).not.toContain('<b>林晓')
})

it.each([
  ['/', 200, 'text/html; charset=utf-8', 'no-cache'],
  ['/js/app.0a1b2c3d.js', 200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/js/gone.0a1b2c3d.js', 404, 'application/json', 'no-store'],
  ['/..%2Fpackage.json', 404, 'application/json', 'no-store'],
])('serves %s with %i', async (address, status, type, cache) => {
  const answer = await app.request(address)
  expect([answer.status, answer.headers.get('Content-Type'), answer.headers.get('Cache-Control')]).toEqual([
    status,
    type,
    cache,
  ])
  expect(answer.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
})

it('leads an unknown page home', async () => {
  const answer = await app.request('/some/where')
  expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/'])
})
