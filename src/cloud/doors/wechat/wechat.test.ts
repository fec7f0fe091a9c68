import { localWechat, REFUSED_TEXT } from '@/cloud/local/doors/wechat'
import { localMessages } from '@/cloud/local/doors/messages'
import { startWechatStub, type StubAnswer, type WechatStub } from '@/testing/wechat-stub'
import { newShareToken } from '@/cloud/secrets'
import { cloudWechat } from './cloud'
import type { WechatDoor } from './face'

const PHONE = '+8613800138000'
const OPENID = 'oMe'
const PNG = Buffer.from('89504e470d0a1a0a00', 'hex')

let stub: WechatStub

beforeAll(async () => {
  stub = await startWechatStub()
  Object.assign(process.env, stub.env)
  stub.answer('phonenumber.getPhoneNumber', ({ code, openid }): StubAnswer => {
    if (code !== 'good' || openid !== OPENID) return { json: { errcode: 40029, errmsg: 'invalid code' } }
    return {
      json: { errcode: 0, phone_info: { purePhoneNumber: '13800138000', countryCode: '86', watermark: {} } },
    }
  })
  stub.answer('wxacode.getUnlimited', () => ({ bytes: PNG, contentType: 'image/png' }))
  stub.answer('urllink.generate', () => ({ json: { errcode: 0, url_link: 'https://wxaurl.cn/abc' } }))
  stub.answer('security.msgSecCheck', ({ content }) => ({
    json: { errcode: 0, result: { suggest: String(content).includes(REFUSED_TEXT) ? 'risky' : 'pass' } },
  }))
})

afterAll(() => stub.close())

const doors: [string, WechatDoor, { code: string }][] = [
  ['the real door, through the SDK', cloudWechat({ miniProgramState: 'trial' }), { code: 'good' }],
  [
    'the local door',
    localWechat({ publicUrl: 'http://127.0.0.1:8787', messages: localMessages() }),
    { code: `local:${PHONE}` },
  ],
]

describe.each(doors)('%s', (_name, door, { code }) => {
  it('exchanges a good code for the number in E.164', async () => {
    await expect(door.phoneNumber({ code, openid: OPENID })).resolves.toBe(PHONE)
  })

  it('refuses a code that WeChat does not know', async () => {
    await expect(door.phoneNumber({ code: 'bad', openid: OPENID })).rejects.toMatchObject({
      code: 'wechat-refused',
    })
  })

  it('makes a picture', async () => {
    const picture = await door.miniCode({ scene: 'abc', page: 'pages/invitation/index' })
    expect(picture.subarray(0, 4)).toEqual(PNG.subarray(0, 4))
  })

  it('makes a web address that opens the page', async () => {
    const link = await door.urlLink({ path: 'pages/invitation/index', query: 'token=abc', days: 30 })
    expect(new URL(link).protocol).toMatch(/^https?:$/)
  })

  it.each([
    ['合作过两年，很靠谱', 'pass'],
    [`这是${REFUSED_TEXT}`, 'refused'],
    ['', 'pass'],
  ])('checks the text %j: %s', async (text, verdict) => {
    await expect(door.checkText({ openid: OPENID, text })).resolves.toBe(verdict)
  })
})

describe('what only the real door can meet', () => {
  const door = cloudWechat({ miniProgramState: 'trial' })

  it('lets WeChat check that the code belongs to the caller', async () => {
    await expect(door.phoneNumber({ code: 'good', openid: 'oOther' })).rejects.toMatchObject({
      code: 'wechat-refused',
    })
    expect(stub.requests.at(-1)?.data).toEqual({ code: 'good', openid: 'oOther' })
  })

  it('asks for a 小程序码 as WeChat takes it: a short scene of plain letters, a page without a slash', async () => {
    const scene = newShareToken()
    await door.miniCode({ scene, page: 'pages/invitation/index', width: 430 })
    const { apiName, data } = stub.requests.at(-1) ?? {}
    expect(apiName).toBe('wxacode.getUnlimited')
    expect(data).toEqual({ scene, page: 'pages/invitation/index', width: 430 })
    expect(String(data?.scene)).toMatch(/^[A-Za-z0-9_-]{1,32}$/)
    expect(String(data?.page)).toMatch(/^[^/].*[^/]$/)
  })

  it('asks for a link of 30 days at most', async () => {
    await door.urlLink({ path: 'pages/invitation/index', query: 'token=abc', days: 90 })
    expect(stub.requests.at(-1)?.data).toMatchObject({ expire_type: 1, expire_interval: 30 })
  })

  it('passes a text that a human should look at', async () => {
    stub.answer('security.msgSecCheck', () => ({ json: { errcode: 0, result: { suggest: 'review' } } }))
    await expect(door.checkText({ openid: OPENID, text: '好' })).resolves.toBe('pass')
  })

  it('checks a long text in parts and refuses it for its last words', async () => {
    stub.answer('security.msgSecCheck', ({ content }) => ({
      json: { errcode: 0, result: { suggest: String(content).endsWith('末') ? 'risky' : 'pass' } },
    }))
    await expect(door.checkText({ openid: OPENID, text: `${'好'.repeat(2600)}末` })).resolves.toBe('refused')
  })

  const picture = () => door.miniCode({ scene: 'abc', page: 'pages/invitation/index' })
  it.each<[string, StubAnswer, string]>([
    ['an empty picture', { bytes: Buffer.alloc(0), contentType: 'image/png' }, 'unavailable'],
    ['an empty answer', { bytes: Buffer.alloc(0), contentType: '' }, 'unavailable'],
    ['a busy WeChat', { json: { errcode: -1, errmsg: 'system busy' } }, 'unavailable'],
    [
      'too many calls',
      { json: { errcode: 45009, errmsg: 'reach max api minute quota limit' } },
      'unavailable',
    ],
    ['a broken gateway (-501001)', { status: 502 }, 'unavailable'],
    [
      'a parameter of ours that is wrong',
      { json: { errcode: 47003, errmsg: 'argument invalid' } },
      'internal',
    ],
  ])('turns %s into a failure with a code', async (_what, answer, code) => {
    stub.answer('wxacode.getUnlimited', () => answer)
    await expect(picture()).rejects.toMatchObject({ name: 'AppError', code })
  })

  it('does not take silence for a good text', async () => {
    stub.answer('security.msgSecCheck', () => ({ json: { errcode: 0 } }))
    await expect(door.checkText({ openid: OPENID, text: '好' })).rejects.toMatchObject({
      code: 'unavailable',
    })
  })

  it('says it is away when nobody answers', async () => {
    const address = process.env.TCB_CONTEXT_CNFG
    process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: 'http://127.0.0.1:9/admin' })
    await expect(picture()).rejects.toMatchObject({ code: 'unavailable' })
    process.env.TCB_CONTEXT_CNFG = address
  })

  it('says it is away where the platform gave no credentials, which would end the process', async () => {
    delete process.env.TENCENTCLOUD_SECRETID
    await expect(picture()).rejects.toMatchObject({ code: 'unavailable' })
    process.env.TENCENTCLOUD_SECRETID = stub.env.TENCENTCLOUD_SECRETID
  })
})
