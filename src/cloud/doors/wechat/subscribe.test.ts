import { localMessages } from '@/cloud/local/doors/messages'
import { localWechat } from '@/cloud/local/doors/wechat'
import { CLOSED_PORT } from '@/testing/deaf-port'
import { memoryDoors } from '@/testing/doors'
import { startWechatStub, type StubAnswer, type WechatStub } from '@/testing/wechat-stub'
import { cloudWechat } from './cloud'
import type { WechatDoor } from './face'
import { templateFields } from './template-fields'

const message = {
  ...{ id: 'outbox-1', openid: 'oMe', templateId: 'tpl', page: 'pages/timeline/index?id=1&as=referrer' },
  fields: { thing1: '面试' },
}
const sent: StubAnswer = { json: { errcode: 0, errmsg: 'ok', msgid: 1 } }
const failure = (errcode: number): StubAnswer => ({ json: { errcode, errmsg: 'of oMe' } })

let stub: WechatStub
beforeAll(async () => {
  stub = await startWechatStub()
  Object.assign(process.env, stub.env)
})
afterAll(() => stub.close())
beforeEach(() => {
  stub.requests.length = 0
})
const answers = (answer: StubAnswer) => stub.answer('subscribeMessage.send', () => answer)

const real = cloudWechat({ miniProgramState: 'trial' })
const doors: [string, WechatDoor][] = [
  ['the real door, through the SDK', real],
  ['the local door', localWechat({ publicUrl: 'http://127.0.0.1:8787', messages: localMessages() })],
  ['the door of tests', memoryDoors().wechat],
]

it.each(doors)('%s takes a subscribe message', async (_name, door) => {
  answers(sent)
  await expect(door.subscribeMessage(message)).resolves.toEqual({ outcome: 'sent' })
})

it('reaches WeChat as WeChat wants it', async () => {
  answers(sent)
  await real.subscribeMessage(message)
  expect(stub.requests).toEqual([
    {
      apiName: 'subscribeMessage.send',
      data: {
        touser: 'oMe',
        template_id: 'tpl',
        page: 'pages/timeline/index?id=1&as=referrer',
        data: { thing1: { value: '面试' } },
        miniprogram_state: 'trial',
      },
    },
  ])
})

it('brings no field to WeChat that is longer than its kind allows', async () => {
  answers(sent)
  const long = {
    who: '阿依努尔·买买提·吐尔逊',
    job: '前端'.repeat(30),
    stage: '用人部门评估中',
    note: '👨‍👩‍👧‍👦'.repeat(9),
  }
  const fields = { who: 'name1', job: 'thing2', stage: 'phrase3', time: 'time4', note: 'thing5' }
  const now = new Date('2026-11-26T14:00:00+08:00')
  await real.subscribeMessage({ ...message, fields: templateFields({ id: 'tpl', fields }, long, now) })
  expect(stub.requests[0]?.data.data).toEqual({
    name1: { value: '阿依努尔·买买提·吐' },
    thing2: { value: `${'前端'.repeat(9)}前…` },
    phrase3: { value: '用人部门评' },
    time4: { value: '2026年11月26日 14:00' },
    thing5: { value: '👨‍👩‍👧‍👦…' },
  })
})

it.each<[string, StubAnswer, object]>([
  ['no accepted tap left', failure(43101), { outcome: 'closed', reason: '43101' }],
  ['a mini-program that may not send to them', failure(43107), { outcome: 'closed', reason: '43107' }],
  ['an openid that is nobody’s', failure(40003), { outcome: 'closed', reason: '40003' }],
  ['a field that breaks its limits', failure(47003), { outcome: 'refused', reason: '47003' }],
  ['a template that is not there', failure(40037), { outcome: 'refused', reason: '40037' }],
  ['a word that is not allowed', failure(45168), { outcome: 'refused', reason: '45168' }],
  ['two messages to one person at once', failure(43108), { outcome: 'later', reason: '43108' }],
  ['too many calls', failure(45009), { outcome: 'later', reason: '45009' }],
  ['a page that is not published yet', failure(41030), { outcome: 'later', reason: '41030' }],
  ['a permission that is not granted yet', failure(-604101), { outcome: 'later', reason: '-604101' }],
  ['a busy WeChat', failure(-1), { outcome: 'later', reason: '-1' }],
  ['a bad gateway', { status: 502 }, { outcome: 'unconfirmed', reason: '-501001' }],
  [
    'an answer without a body',
    { bytes: Buffer.alloc(0), contentType: '' },
    { outcome: 'unconfirmed', reason: 'empty' },
  ],
  [
    'a connection that breaks after it was handed over',
    'hang-up',
    { outcome: 'unconfirmed', reason: '-501001' },
  ],
])('says what it means to meet %s', async (_what, answer, handed) => {
  answers(answer)
  await expect(real.subscribeMessage(message)).resolves.toEqual(handed)
  // Not tried again by the SDK: that could be a second message.
  expect(stub.requests).toHaveLength(1)
})

it('takes silence for a message that may have arrived', async () => {
  const { requests } = stub
  answers('silence')
  await expect(real.subscribeMessage(message)).resolves.toEqual({ outcome: 'unconfirmed', reason: '-501001' })
  expect(requests).toHaveLength(1)
})

it('knows that nothing was handed over where nobody listens', async () => {
  const address = process.env.TCB_CONTEXT_CNFG
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `http://${CLOSED_PORT}/admin` })
  await expect(real.subscribeMessage(message)).resolves.toEqual({ outcome: 'later', reason: '-501001' })
  process.env.TCB_CONTEXT_CNFG = address
})

it('waits for credentials of the platform', async () => {
  delete process.env.TENCENTCLOUD_SECRETID
  await expect(real.subscribeMessage(message)).resolves.toEqual({
    outcome: 'later',
    reason: 'no-credentials',
  })
  process.env.TENCENTCLOUD_SECRETID = stub.env.TENCENTCLOUD_SECRETID
})
