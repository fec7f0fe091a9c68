import type { ChildProcess } from 'node:child_process'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { openTestDatabase, type TestDatabase } from '@/testing/database'
import { startWechatStub, type WechatStub } from '@/testing/wechat-stub'
import { call, caller, moveAway, settings, startWeb } from './bundle'

// What stands in dist/cloud: `npm run build:cloud` comes first.

const NOWHERE = 'postgres://bole@127.0.0.1:9/none'
const MODULES = path.resolve(__dirname, '../../node_modules')

let bundles: ReturnType<typeof moveAway>
let database: TestDatabase
let stub: WechatStub
let env: Record<string, string>

beforeAll(async () => {
  bundles = moveAway()
  database = await openTestDatabase()
  stub = await startWechatStub()
  env = settings(database.url)
})

afterAll(async () => {
  bundles.remove()
  await stub.close()
  await database.drop()
})

const folderOf = (name: string) => path.join(bundles.folder, name)
const fileOf = (name: string, file: string) => readFileSync(path.join(folderOf(name), file), 'utf8')

describe('what is deployed', () => {
  it.each([
    ['api', ['config.json', 'index.js', 'package.json']],
    ['clock', ['config.json', 'index.js', 'package.json']],
    ['web', ['config.json', 'index.js', 'package.json', 'scf_bootstrap']],
  ])('%s is one file and what tells the platform about it', (name, files) => {
    expect(readdirSync(folderOf(name)).sort()).toEqual(files)
    const { dependencies } = JSON.parse(fileOf(name, 'package.json')) as {
      dependencies: Record<string, string>
    }
    expect(Object.entries(dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
    expect(JSON.parse(fileOf(name, 'config.json'))).toHaveProperty('permissions.openapi')
  })

  it('the clock has one trigger: every minute', () => {
    expect(JSON.parse(fileOf('clock', 'config.json'))).toMatchObject({
      triggers: [{ name: 'minute', type: 'timer', config: '0 * * * * * *' }],
    })
  })

  it('the HTTP function is started by a script that may be run', () => {
    expect(fileOf('web', 'scf_bootstrap')).toMatch(/^#!\/bin\/bash\nexport PORT=9000\n/)
    expect(statSync(path.join(folderOf('web'), 'scf_bootstrap')).mode & 0o111).toBe(0o111)
  })

  it.each(['api', 'clock', 'web'])('%s names every variable that is missing, and no value', async (name) => {
    const { BOLE_KEYS: _, DATABASE_URL: __, ...incomplete } = env
    const { reply, stderr } = await call(
      folderOf(name),
      {},
      { ...incomplete, BOLE_HASH_KEY: 'c2hvcnQ=', ...caller(null, 'wx_trigger') },
    )
    expect(reply).toBeUndefined()
    expect(stderr).toMatch(/^ {2}DATABASE_URL .+$/m)
    expect(stderr).toMatch(/^ {2}BOLE_KEYS .+$/m)
    expect(stderr).toMatch(/^ {2}BOLE_HASH_KEY must be 32 bytes/m)
    expect(stderr).not.toContain('c2hvcnQ=')
  })
})

describe('api', () => {
  const api = (event: unknown, more: Record<string, string>) =>
    call(folderOf('api'), event, { ...env, ...more })

  it('answers a call with nothing but its own folder', async () => {
    const { reply, stdout } = await api({ call: 'job.list', input: {} }, caller('oVisitor'))
    expect(reply).toEqual({ ok: true, data: { jobs: [] } })
    expect(stdout).toContain('"call":"job.list","code":"ok"')
  })

  it('knows its caller by the environment only, whatever the event says', async () => {
    stub.answer('phonenumber.getPhoneNumber', () => ({
      json: { errcode: 0, phone_info: { purePhoneNumber: '13800138000', countryCode: '86' } },
    }))
    const bind = { call: 'me.bindPhone', input: { requestId: 'request-1', code: 'code' } }
    const bound = await api(bind, { ...caller('oAlice'), ...stub.env, NODE_PATH: MODULES })
    expect(bound.reply).toMatchObject({ ok: true, data: { maskedPhone: '138****8000' } })
    expect(stub.requests).toEqual([
      { apiName: 'phonenumber.getPhoneNumber', data: { code: 'code', openid: 'oAlice' } },
    ])

    const claims = {
      call: 'me.get',
      input: {},
      userInfo: { openId: 'oAlice' },
      openid: 'oAlice',
      OPENID: 'oAlice',
      WX_OPENID: 'oAlice',
      Type: 'Timer',
      httpMethod: 'POST',
      headers: { 'x-wx-openid': 'oAlice', authorization: 'Bearer x' },
    }
    const visitor = { ok: true, data: { id: null, roles: ['visitor'] } }
    expect((await api(claims, caller('oBob'))).reply).toMatchObject(visitor)
    expect((await api(claims, caller(null))).reply).toMatchObject(visitor)
    expect((await api(claims, {})).reply).toMatchObject(visitor)
    expect((await api({ call: 'me.get', input: {} }, caller('oAlice'))).reply).toMatchObject({
      data: { maskedPhone: '138****8000' },
    })
  })

  it.each<[string, unknown, string]>([
    ['nothing', null, 'bad-input'],
    ['a text', 'me.get', 'bad-input'],
    ['a list', ['me.get', {}], 'bad-input'],
    ['a call that is no name', { call: 1, input: {} }, 'bad-input'],
    ['no input', { call: 'me.get' }, 'bad-input'],
    ['an unknown field', { call: 'me.get', input: { openid: 'oAlice' } }, 'bad-input'],
    ['an unknown call', { call: 'toString', input: {} }, 'not-found'],
    ['an input of 100 KB', { call: 'me.get', input: { text: 'x'.repeat(102_400) } }, 'too-large'],
  ])('refuses %s', async (_what, event, code) => {
    expect((await api(event, caller('oBob'))).reply).toMatchObject({ ok: false, code })
  })
})

describe('clock', () => {
  const timer = { Type: 'Timer', TriggerName: 'minute', Time: '2026-11-23T08:00:00Z', Message: '' }
  const clock = (more: Record<string, string>) => call(folderOf('clock'), timer, { ...env, ...more })

  it('runs for the timer', async () => {
    expect((await clock(caller(null, 'wx_trigger'))).reply).toMatchObject({
      ok: true,
      data: { delivered: 0 },
    })
  })

  it.each<[string, Record<string, string>]>([
    ['a client', caller('oBob')],
    ['a client without an openid', caller(null)],
    ['a client whose event says it is the timer', { ...caller('oBob'), Type: 'Timer' }],
    ['a function that the timer started', caller(null, 'wx_trigger,scf')],
    ['the HTTP API', caller(null, 'wx_http')],
    ['a trigger with an openid', caller('oBob', 'wx_trigger')],
    ['nobody at all', {}],
  ])('refuses %s without asking the database', async (_who, more) => {
    const { reply } = await clock({ ...more, DATABASE_URL: NOWHERE })
    expect(reply).toMatchObject({ ok: false, code: 'forbidden' })
  })

  it('fails for the platform to see when its jobs cannot run', async () => {
    const { reply, stderr } = await clock({ ...caller(null, 'wx_trigger'), DATABASE_URL: NOWHERE })
    expect(reply).toBeUndefined()
    expect(stderr).toContain('A job of the clock failed')
  })
})

describe('web', () => {
  let url: string
  let web: ChildProcess

  beforeAll(async () => {
    ;({ url, web } = await startWeb(folderOf('web'), { ...env, ...caller('oAlice') }))
  })
  afterAll(() => web.kill())

  const post = async (name: string, body: BodyInit, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/api/${name}`, { method: 'POST', body, headers })
    return (await response.json()) as { ok: boolean; code?: string; data?: unknown }
  }
  const JSON_TYPE = { 'Content-Type': 'application/json' }

  it('knows its own sessions only: neither X-WX-* headers nor its environment make anybody somebody', async () => {
    const headers = {
      ...JSON_TYPE,
      'X-WX-OPENID': 'oAlice',
      'X-WX-SOURCE': 'wx_client',
      Authorization: 'Bearer oAlice',
    }
    expect(await post('me.get', '{}', headers)).toMatchObject({
      ok: true,
      data: { id: null, roles: ['visitor'] },
    })
  })

  it('tells its contract', async () => {
    expect(await (await fetch(`${url}/api/openapi.json`)).json()).toMatchObject({ openapi: '3.1.0' })
  })

  it('answers a body that is too large, even while it is still being sent', async () => {
    expect(await post('me.get', `{"a":"${'x'.repeat(1_000_000)}"}`, JSON_TYPE)).toMatchObject({
      code: 'too-large',
    })
    const form = new FormData()
    form.append('file', new Blob([Buffer.alloc(20_000_000)]))
    expect(await post('file.upload', form)).toMatchObject({ code: 'too-large' })
  })

  it('takes a file of 10 MB to the call, which asks who is there', async () => {
    const form = new FormData()
    form.append('requestId', 'request-2')
    form.append('file', new Blob([Buffer.alloc(10_485_760)]))
    expect(await post('file.upload', form)).toMatchObject({ code: 'unauthenticated' })
  })
})
