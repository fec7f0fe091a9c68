import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Hono } from 'hono'
import type { Phone } from '@/domain/phone'
import { requestId, openCompany, send, type Company } from '@/testing/company'
import { deliverDue } from '@/cloud/outbox'
import { createLocalApp } from './app'
import { diskFiles } from './doors/files'
import { localMessages } from './doors/messages'

const DAY = new Date('2026-11-23T10:00:00+08:00')
const NIGHT = new Date('2026-11-23T23:30:00+08:00')
const PHONE = '+8613912345678' as Phone

let company: Company
let app: Hono
let folder: string
let now = DAY

beforeAll(async () => {
  company = await openCompany()
  folder = mkdtempSync(path.join(os.tmpdir(), 'bole-local-'))
  mkdirSync(path.join(folder, 'js'))
  writeFileSync(path.join(folder, 'index.html'), '<title>home</title>')
  writeFileSync(path.join(folder, 'js', 'app.0a1b2c3d.js'), 'run()')
  const files = diskFiles({
    folder: path.join(folder, 'files'),
    key: Buffer.alloc(32),
    publicUrl: 'http://bole.test',
  })
  app = createLocalApp(
    { service: company.service, files, messages: localMessages() },
    { root: folder },
    () => now,
  )
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await company.close()
})

const page = async () => (await app.request('/outbox')).text()
const texts = async () =>
  (await (await app.request('/outbox.json')).json()) as Record<string, string | null>[]

it('says what will come while it is empty', async () => {
  expect(await texts()).toEqual([])
  expect(await page()).toContain('还没有短信')
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
