import { outboxSms } from '@/cloud/local/doors/sms'
import { CLOSED_PORT, openDeafPort } from '@/testing/deaf-port'
import { memoryDoors } from '@/testing/doors'
import { startHttpStub, type HttpAnswer, type HttpStub } from '@/testing/http-stub'
import type { Phone } from '@/domain/phone'
import type { SmsConfig } from '../../channel-config'
import type { SmsDoor } from './face'
import { smsOff } from './off'
import { tencentSms } from './tencent'

const config: SmsConfig = {
  ...{
    secretId: 'AKID',
    secretKey: 'key',
    sdkAppId: '1400006666',
    region: 'ap-guangzhou',
    signName: '星河科技',
  },
  templates: { 'login-code': '1001', invitation: '1002' },
}
const text = {
  id: '0192a0b4-0000-7000-8000-000000000001',
  to: '+8613800138000' as Phone,
  kind: 'invitation' as const,
  body: '林晓邀请你看看星河科技的职位 https://refer.example.com/i/abc',
  params: ['林晓', '星河科技'],
}

let stub: HttpStub
let tencent: SmsDoor
beforeAll(async () => {
  stub = await startHttpStub()
  tencent = tencentSms(config, { host: stub.host, protocol: 'http://', answerSeconds: 0.4 })
})
afterAll(() => stub.close())
beforeEach(() => {
  stub.requests.length = 0
})

const status = (Code: string | undefined): HttpAnswer => ({
  json: {
    Response: { RequestId: 'r', SendStatusSet: [{ PhoneNumber: text.to, Fee: 1, Code, Message: '' }] },
  },
})
const failure = (Code: string): HttpAnswer => ({
  json: { Response: { RequestId: 'r', Error: { Code, Message: `${text.to} is wrong` } } },
})

const doors: [string, () => SmsDoor][] = [
  ['the real door, through the SDK', () => tencent],
  ['the local door', () => outboxSms],
  ['the door of tests', () => memoryDoors().sms],
]

describe.each(doors)('%s', (_name, door) => {
  it.each(['login-code', 'invitation'] as const)('carries a text of the kind %s', async (kind) => {
    stub.answer(() => status('Ok'))
    expect(door().available).toBe(true)
    expect(door().kinds).toContain(kind)
    await expect(door().send({ ...text, kind, params: ['123456'] })).resolves.toEqual({ outcome: 'sent' })
  })
})

it('hands over the template and its parts, and never the sentence', async () => {
  stub.answer(() => status('Ok'))
  await tencent.send(text)
  const [{ headers, body } = { headers: {}, body: '' }] = stub.requests
  expect(headers).toMatchObject({
    'x-tc-action': 'SendSms',
    'x-tc-version': '2021-01-11',
    'x-tc-region': 'ap-guangzhou',
    authorization: expect.stringMatching(/^TC3-HMAC-SHA256 Credential=AKID\//),
  })
  expect(JSON.parse(body)).toEqual({
    PhoneNumberSet: ['+8613800138000'],
    SmsSdkAppId: '1400006666',
    SignName: '星河科技',
    TemplateId: '1002',
    TemplateParamSet: ['林晓', '星河科技'],
    SessionContext: text.id,
  })
  expect(body).not.toContain('https://')
})

it.each([
  ['LimitExceeded.PhoneNumberThirtySecondLimit', 'later'],
  ['LimitExceeded.PhoneNumberDailyLimit', 'later'],
  ['LimitExceeded.DeliveryFrequencyLimit', 'later'],
  ['InternalError.OtherError', 'later'],
  ['InternalError.Timeout', 'unconfirmed'],
  ['InternalError.SendAndRecvFail', 'unconfirmed'],
  ['FailedOperation.PhoneNumberInBlacklist', 'closed'],
  ['InvalidParameterValue.IncorrectPhoneNumber', 'refused'],
  ['FailedOperation.TemplateIncorrectOrUnapproved', 'refused'],
  ['FailedOperation.SignatureIncorrectOrUnapproved', 'refused'],
  ['FailedOperation.ContainSensitiveWord', 'refused'],
  ['FailedOperation.InsufficientBalanceInSmsPackage', 'refused'],
  ['InvalidParameterValue.ProhibitedUseUrlInTemplateParameter', 'refused'],
  ['Something.New', 'refused'],
])('says what %s of a number means: %s', async (code, outcome) => {
  stub.answer(() => status(code))
  await expect(tencent.send(text)).resolves.toEqual({ outcome, reason: code })
  expect(stub.requests).toHaveLength(1)
})

it.each<[string, HttpAnswer, object]>([
  [
    'a wrong key',
    failure('AuthFailure.SecretIdNotFound'),
    { outcome: 'refused', reason: 'AuthFailure.SecretIdNotFound' },
  ],
  ['too many calls', failure('RequestLimitExceeded'), { outcome: 'later', reason: 'RequestLimitExceeded' }],
  ['a fault of theirs', failure('InternalError'), { outcome: 'later', reason: 'InternalError' }],
  ['an unpaid bill', failure('UnauthorizedOperation.SerivceSuspendDueToArrears'), { outcome: 'refused' }],
  ['a skewed clock', failure('AuthFailure.SignatureExpire'), { outcome: 'later' }],
  ['a status without a code', status(undefined), { outcome: 'unconfirmed', reason: 'no-code' }],
  [
    'no status at all',
    { json: { Response: { SendStatusSet: [] } } },
    { outcome: 'unconfirmed', reason: 'no-code' },
  ],
  ['an answer that is none', { json: [] }, { outcome: 'unconfirmed' }],
  ['a bad gateway', { status: 502 }, { outcome: 'unconfirmed', reason: 'http-502' }],
  ['a closed door', { status: 403 }, { outcome: 'refused', reason: 'http-403' }],
  ['a request to slow down', { status: 429 }, { outcome: 'later', reason: 'http-429' }],
  ['silence after it was handed over', 'silence', { outcome: 'unconfirmed', reason: 'timeout' }],
  ['a connection that breaks after it', 'hang-up', { outcome: 'unconfirmed' }],
])('says what it means to meet %s', async (_what, answer, handed) => {
  stub.answer(() => answer)
  const said = await tencent.send(text)
  expect(said).toMatchObject(handed)
  expect(JSON.stringify(said)).not.toContain('138')
  // No SDK tries again by itself: that could be a second text.
  expect(stub.requests).toHaveLength(1)
})

it('knows that nothing was handed over where nobody listens', async () => {
  const door = tencentSms(config, { host: CLOSED_PORT, protocol: 'http://' })
  await expect(door.send(text)).resolves.toEqual({ outcome: 'later', reason: 'unreachable' })
})

it('knows the same where somebody listens and never answers the greeting', async () => {
  const deaf = await openDeafPort()
  const door = tencentSms(config, { host: deaf.host, protocol: 'https://', patienceMs: 200 })
  await expect(door.send(text)).resolves.toEqual({ outcome: 'later', reason: 'unreachable' })
  await deaf.close()
})

it('carries login codes only while there is no template for invitations', async () => {
  const door = tencentSms(
    { ...config, templates: { 'login-code': '1001' } },
    { host: stub.host, protocol: 'http://' },
  )
  expect(door.kinds).toEqual(['login-code'])
  await expect(door.send(text)).resolves.toEqual({ outcome: 'refused', reason: 'no-template' })
  expect(stub.requests).toEqual([])
})

it('refuses everything while no road is open', async () => {
  expect(smsOff).toMatchObject({ available: false, kinds: [] })
  await expect(smsOff.send(text)).resolves.toMatchObject({ outcome: 'refused' })
})
