import { readConfig } from './config'

const KEY = Buffer.alloc(32, 1).toString('base64')
const whole = {
  DATABASE_URL: 'postgres://bole:secret@127.0.0.1:5432/bole',
  BOLE_KEYS: `k1:${KEY}`,
  BOLE_HASH_KEY: KEY,
  BOLE_PUBLIC_URL: 'https://refer.example.com/',
  BOLE_COMPANY: '星河科技',
}

it('reads a whole configuration, and drops the slash after the address', () => {
  const config = readConfig({ ...whole, BOLE_ADMIN_PHONES: '+8613800138000, +6561234567' })
  expect(config).toMatchObject({
    publicUrl: 'https://refer.example.com',
    adminPhones: ['+8613800138000', '+6561234567'],
    urlLink: false,
  })
  expect(readConfig({ ...whole, BOLE_URL_LINK: 'on' }).urlLink).toBe(true)
  expect([...config.keys.keys()]).toEqual(['k1'])
})

it.each(Object.keys(whole))('names %s when it is missing', (name) => {
  expect(() => readConfig({ ...whole, [name]: undefined })).toThrow(`${name} is missing`)
})

it.each([
  ['DATABASE_URL', 'mysql://wrong', 'must begin with postgres://'],
  ['BOLE_KEYS', 'k1:short', 'must be id:key'],
  ['BOLE_KEYS', KEY, 'must be id:key'],
  ['BOLE_HASH_KEY', 'c2hvcnQ=', 'must be 32 bytes'],
  ['BOLE_PUBLIC_URL', 'refer.wrong', 'must be an address'],
  ['BOLE_COMPANY', '  ', 'is empty'],
  ['BOLE_URL_LINK', 'yes', 'must be on or off'],
  ['BOLE_ADMIN_PHONES', '13900139000', 'must be numbers such as'],
])('says what is wrong with %s=%s, without repeating it', (name, value, problem) => {
  const read = () => readConfig({ ...whole, [name]: value })
  expect(read).toThrow(problem)
  if (value.trim()) expect(read).not.toThrow(`${value}`)
})

describe('the channels', () => {
  const sms = {
    ...{
      BOLE_SMS: 'tencent',
      BOLE_SMS_SECRET_ID: 'AKID',
      BOLE_SMS_SECRET_KEY: 'key',
      BOLE_SMS_APP_ID: '1400006666',
    },
    ...{ BOLE_SMS_SIGN: '星河科技', BOLE_SMS_TEMPLATE_CODE: '1001' },
  }
  const wecom = {
    ...{ BOLE_WECOM_CORP_ID: 'ww1', BOLE_WECOM_AGENT_ID: '1000002', BOLE_WECOM_SECRET: 's3cret' },
    BOLE_WECOM_APP_ID: 'wx0123456789abcdef',
  }
  const mail = {
    BOLE_MAIL_URL: 'smtps://user:p4ss@smtp.example.com:465',
    BOLE_MAIL_FROM: '伯乐 <bole@example.com>',
  }
  const template = { id: 'tpl-1', fields: { job: 'thing1', stage: 'phrase2', time: 'time3' } }

  it('are all closed while nothing is said of them, also with empty variables', () => {
    const closed = { sms: null, smsReplyKey: null, wecom: null, mail: null, miniProgramState: 'formal' }
    const config = readConfig(whole)
    expect(config).toMatchObject(closed)
    expect([...config.templates]).toEqual([])
    const names = ['BOLE_TEMPLATES', 'BOLE_SMS', 'BOLE_WECOM_SECRET', 'BOLE_MAIL_FROM', 'BOLE_SMS_REPLY_KEY']
    expect(readConfig({ ...whole, ...Object.fromEntries(names.map((name) => [name, ' '])) })).toMatchObject(
      closed,
    )
  })

  it('are read when they are whole', () => {
    const config = readConfig({
      ...{ ...whole, ...sms, ...wecom, ...mail, BOLE_MINIPROGRAM_STATE: 'trial' },
      ...{ BOLE_SMS_TEMPLATE_INVITATION: '1002', BOLE_SMS_REPLY_KEY: 'k'.repeat(24) },
      BOLE_TEMPLATES: JSON.stringify({ progress: template }),
    })
    expect(config).toMatchObject({
      sms: {
        ...{
          secretId: 'AKID',
          secretKey: 'key',
          sdkAppId: '1400006666',
          region: 'ap-guangzhou',
          signName: '星河科技',
        },
        templates: { 'login-code': '1001', invitation: '1002' },
      },
      wecom: { corpId: 'ww1', agentId: 1000002, secret: 's3cret', appId: 'wx0123456789abcdef' },
      mail: { url: 'smtps://user:p4ss@smtp.example.com:465', from: '伯乐 <bole@example.com>' },
      ...{ smsReplyKey: 'k'.repeat(24), miniProgramState: 'trial' },
    })
    expect([...config.templates]).toEqual([['progress', template]])
  })

  it('may carry login codes alone', () => {
    expect(readConfig({ ...whole, ...sms }).sms?.templates).toEqual({ 'login-code': '1001' })
  })

  it('leaves texts off although everything for them is there', () => {
    expect(readConfig({ ...whole, ...sms, BOLE_SMS: 'off' }).sms).toBeNull()
  })

  const parts = (group: object) => Object.keys(group).map((name) => [name, group] as const)
  it.each([...parts(sms).slice(1), ...parts(wecom), ...parts(mail)])(
    'names %s when the rest of its group is there',
    (name, group) => {
      const read = () => readConfig({ ...whole, ...group, [name]: '' })
      expect(read).toThrow(`${name} is missing, and`)
    },
  )

  it.each([
    ['BOLE_TEMPLATES', 'progress=tpl-1', 'BOLE_TEMPLATES is not JSON'],
    ['BOLE_TEMPLATES', '[]', 'BOLE_TEMPLATES must be an object'],
    [
      'BOLE_TEMPLATES',
      JSON.stringify({ news: template }),
      'BOLE_TEMPLATES.news must be an object with progress',
    ],
    [
      'BOLE_TEMPLATES',
      JSON.stringify({ task: { fields: { job: 'thing1' } } }),
      'BOLE_TEMPLATES.task.id is missing',
    ],
    [
      'BOLE_TEMPLATES',
      JSON.stringify({ task: { id: 'x', fields: {} } }),
      'BOLE_TEMPLATES.task.fields names no field',
    ],
    [
      'BOLE_TEMPLATES',
      JSON.stringify({ task: { id: 'x', fields: { job: 'thing1', note: 'thing1' } } }),
      'BOLE_TEMPLATES.task.fields names a field twice',
    ],
    [
      'BOLE_TEMPLATES',
      JSON.stringify({ task: { id: 'x', fields: { job: 'secret9' } } }),
      'BOLE_TEMPLATES.task.fields.job must be a WeChat field such as thing1',
    ],
    [
      'BOLE_TEMPLATES',
      JSON.stringify({ task: { id: 'x', fields: { money: 'thing1' } } }),
      'BOLE_TEMPLATES.task.fields.money may have who, job, stage, time, note only',
    ],
    ['BOLE_MINIPROGRAM_STATE', 'release', 'BOLE_MINIPROGRAM_STATE must be formal'],
    ['BOLE_SMS', 'aliyun', 'BOLE_SMS must be off or tencent'],
    ['BOLE_SMS_REPLY_KEY', 'short-key', 'BOLE_SMS_REPLY_KEY must be 24 to 100'],
    ['BOLE_SMS_REPLY_KEY', `${'k'.repeat(24)}/x`, 'BOLE_SMS_REPLY_KEY must be 24 to 100'],
    ['BOLE_SMS_APP_ID', 'app-1', 'BOLE_SMS_APP_ID must be digits only'],
    ['BOLE_SMS_REGION', 'Guangzhou', 'BOLE_SMS_REGION must be a region'],
    ['BOLE_WECOM_AGENT_ID', 'agent', 'BOLE_WECOM_AGENT_ID must be digits only'],
    ['BOLE_WECOM_APP_ID', 'ww0123', 'BOLE_WECOM_APP_ID must be the AppID'],
    ['BOLE_MAIL_URL', 'https://mail.example.com', 'BOLE_MAIL_URL must be smtp://'],
    ['BOLE_MAIL_FROM', 'bole', 'BOLE_MAIL_FROM must be an address'],
    ['BOLE_MAIL_FROM', 'a@b.cn\nBcc: c@d.cn', 'BOLE_MAIL_FROM must be an address'],
  ])('says what is wrong with %s=%s, without repeating it', (name, value, problem) => {
    const read = () => readConfig({ ...whole, ...sms, ...wecom, ...mail, [name]: value })
    expect(read).toThrow(problem)
    expect(read).not.toThrow(value)
  })

  it('names a channel that is begun beside everything else that is wrong', () => {
    const env = { BOLE_MAIL_FROM: 'bole@example.com', BOLE_SMS: 'tencent' }
    expect(() => readConfig(env)).toThrow(/DATABASE_URL[\s\S]*BOLE_SMS_SECRET_ID[\s\S]*BOLE_MAIL_URL/)
  })
})

it('names everything that is wrong at once', () => {
  expect(() => readConfig({})).toThrow(
    /DATABASE_URL[\s\S]*BOLE_KEYS[\s\S]*BOLE_HASH_KEY[\s\S]*BOLE_PUBLIC_URL[\s\S]*BOLE_COMPANY/,
  )
})
