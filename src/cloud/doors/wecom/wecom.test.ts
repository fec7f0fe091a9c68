import { localMessages } from '@/cloud/local/doors/messages'
import { localWecom } from '@/cloud/local/doors/wecom'
import { CLOSED_PORT } from '@/testing/deaf-port'
import { memoryDoors } from '@/testing/doors'
import { startHttpStub, type HttpAnswer, type HttpRequest, type HttpStub } from '@/testing/http-stub'
import type { WecomConfig } from '../../channel-config'
import { cloudWecom } from './cloud'
import type { WecomDoor } from './face'
import { wecomOff } from './off'

const config: WecomConfig = { corpId: 'ww1', agentId: 1000002, secret: 's&cret', appId: 'wx0123456789abcdef' }
const message = {
  ...{ id: 'outbox-1', userId: 'chen.si', title: '有新的内推' },
  ...{ body: '周宁投递了「高级前端工程师」，由林晓推荐。', page: 'recruiter/detail/index?id=1' },
}

let stub: HttpStub
let clock: number
let tokens: number
beforeAll(async () => {
  stub = await startHttpStub()
})
afterAll(() => stub.close())
beforeEach(() => {
  stub.requests.length = 0
  clock = 0
  tokens = 0
})

const isToken = ({ path }: HttpRequest) => path.startsWith('/cgi-bin/gettoken')
const ok: HttpAnswer = { json: { errcode: 0, errmsg: 'ok', msgid: 'm' } }
const code = (errcode: number): HttpAnswer => ({ json: { errcode, errmsg: 'of chen.si' } })

/** Tokens are given, each another one; messages are answered as said. */
function answers(respond: (request: HttpRequest) => HttpAnswer): WecomDoor {
  stub.answer((request) =>
    isToken(request)
      ? { json: { errcode: 0, access_token: `token-${++tokens}`, expires_in: 7200 } }
      : respond(request),
  )
  return cloudWecom(config, { url: `http://${stub.host}`, answerMs: 400, now: () => clock })
}

const doors: [string, () => WecomDoor][] = [
  ['the real door', () => answers(() => ok)],
  ['the local door', () => localWecom(localMessages())],
  ['the door of tests', () => memoryDoors().wecom],
]

it.each(doors)('%s takes a message', async (_name, door) => {
  expect(door().available).toBe(true)
  await expect(door().send(message)).resolves.toEqual({ outcome: 'sent' })
})

it('sends a notice that opens the mini-program, and lets WeCom keep repeats away', async () => {
  await answers(() => ok).send(message)
  const [token, send] = stub.requests
  expect(token?.path).toBe('/cgi-bin/gettoken?corpid=ww1&corpsecret=s%26cret')
  expect(send?.path).toBe('/cgi-bin/message/send?access_token=token-1')
  expect(JSON.parse(send?.body ?? '')).toEqual({
    touser: 'chen.si',
    agentid: 1000002,
    msgtype: 'miniprogram_notice',
    miniprogram_notice: {
      appid: 'wx0123456789abcdef',
      page: 'recruiter/detail/index?id=1',
      title: '有新的内推',
      content_item: [{ key: '内容', value: '周宁投递了「高级前端工程师」，由林晓推荐。' }],
    },
    enable_duplicate_check: 1,
    duplicate_check_interval: 14400,
  })
})

it('asks for a token once, until it is old', async () => {
  const door = answers(() => ok)
  await Promise.all([door.send(message), door.send(message)])
  clock = 114 * 60_000
  await door.send(message)
  expect(stub.requests.filter(isToken)).toHaveLength(1)
  clock = 116 * 60_000
  await door.send(message)
  expect(stub.requests.filter(isToken)).toHaveLength(2)
})

it.each([40014, 42001])('asks for another token when WeCom says %i, and sends again', async (spent) => {
  const door = answers(({ path }) => (path.endsWith('token-1') ? code(spent) : ok))
  await expect(door.send(message)).resolves.toEqual({ outcome: 'sent' })
  expect(stub.requests.filter(isToken)).toHaveLength(2)
})

it('tries another time when no token is taken', async () => {
  await expect(answers(() => code(42001)).send(message)).resolves.toEqual({
    outcome: 'later',
    reason: '42001',
  })
  expect(stub.requests).toHaveLength(4)
})

it.each<[string, HttpAnswer, object]>([
  ['nobody whom the application may see', code(81013), { outcome: 'closed', reason: '81013' }],
  ['nobody of this id', code(60111), { outcome: 'closed', reason: '60111' }],
  [
    'a name it left out',
    { json: { errcode: 0, invaliduser: 'chen.si' } },
    { outcome: 'closed', reason: 'invaliduser' },
  ],
  ['a busy WeCom', code(-1), { outcome: 'later', reason: '-1' }],
  ['too many calls', code(45009), { outcome: 'later', reason: '45009' }],
  ['a wrong argument', code(40058), { outcome: 'refused', reason: '40058' }],
  ['an address that is not on its list', code(60020), { outcome: 'refused', reason: '60020' }],
  ['a bad gateway', { status: 502 }, { outcome: 'later', reason: 'unreachable' }],
  ['silence', 'silence', { outcome: 'later', reason: 'timeout' }],
  ['a connection that breaks off', 'hang-up', { outcome: 'later', reason: 'unreachable' }],
])('says what it means to meet %s', async (_what, answer, handed) => {
  await expect(answers(() => answer).send(message)).resolves.toEqual(handed)
})

it.each<[string, HttpAnswer, object]>([
  ['a wrong secret', code(40001), { outcome: 'refused', reason: '40001' }],
  ['a busy WeCom', code(-1), { outcome: 'later', reason: '-1' }],
  ['an answer without a token', { json: { errcode: 0 } }, { outcome: 'later', reason: '-1' }],
])('sends nothing when the question for a token meets %s', async (_what, answer, handed) => {
  const door = answers(() => ok)
  stub.answer(() => answer)
  await expect(door.send(message)).resolves.toEqual(handed)
  expect(stub.requests).toHaveLength(1)
})

it('tries another time where nobody listens', async () => {
  const door = cloudWecom(config, { url: `http://${CLOSED_PORT}` })
  await expect(door.send(message)).resolves.toEqual({ outcome: 'later', reason: 'unreachable' })
})

it('reaches nobody while the company has no application', async () => {
  expect(wecomOff.available).toBe(false)
  await expect(wecomOff.send(message)).resolves.toMatchObject({ outcome: 'closed' })
})
