import path from 'node:path'
import type { Phone } from '@/domain/phone'
import type { Reply } from '@/contract/call'
import { openTestDatabase } from '@/testing/database'
import { startWechatStub, type StubRequest, type WechatStub } from '@/testing/wechat-stub'
import { call, caller, settings } from '../cloud/bundle'
import { foundCompany } from './cloud-company'
import { openInstance } from './cloud-instance'
import { dataOf, type Ask } from './recruiter'

const CLOCK = path.resolve(__dirname, '../../dist/cloud/clock')
const APP_ID = 'wx0123456789abcdef'
const STORED = 'cloud://stub-env.bucket/'

/** What WeChat draws when it is asked for a 小程序码: the smallest PNG there is. */
export const MINI_CODE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

export type Cloud = {
  /** For a look at what the function has stored. */
  databaseUrl: string
  /** One run of the timer: whatever is due is sent. */
  tick: () => Promise<void>
  /** What an interface of WeChat answers from now on. */
  answer: WechatStub['answer']
  /** What a mini-program's `callFunction` reaches; who calls is the platform's word. */
  callFunction: (openid: string, data: object) => Promise<unknown>
  uploadFile: (cloudPath: string, bytes: Buffer) => string
  /** A code of WeChat's phone button: for this number, good for this person only. */
  phoneCode: (openid: string, phone: Phone) => string
  /** For what somebody does without a screen in the test. */
  askAs: (openid: string) => Ask
  /** What the function asked WeChat, in order. */
  asked: StubRequest[]
  output: () => string
  close: () => Promise<void>
}

/**
 * The bundled functions on a database of their own, between a stub of WeChat and a stub of the storage. `opened`: what the
 * company has in its configuration beside what every company has.
 */
export async function openCloud(opened: Record<string, string> = {}): Promise<Cloud> {
  const database = await openTestDatabase()
  const stub = await startWechatStub()
  const env = { ...settings(database.url), ...stub.env, ...opened }
  await foundCompany(env)
  const instance = openInstance(env)
  const codes = new Map<string, { openid: string; phone: Phone }>()

  stub.answer('phonenumber.getPhoneNumber', ({ code, openid }) => {
    const known = codes.get(String(code))
    codes.delete(String(code))
    if (!known || known.openid !== openid) return { json: { errcode: 40029, errmsg: 'invalid code' } }
    const purePhoneNumber = known.phone.replace('+86', '')
    return { json: { errcode: 0, phone_info: { purePhoneNumber, countryCode: '86', watermark: {} } } }
  })
  stub.answer('security.msgSecCheck', ({ content }) => ({
    json: {
      errcode: 0,
      result: { suggest: String(content).includes('违规') ? 'risky' : 'pass', label: 100 },
    },
  }))

  stub.answer('wxacode.getUnlimited', () => ({
    bytes: Buffer.from(MINI_CODE, 'base64'),
    contentType: 'image/png',
  }))

  const callFunction: Cloud['callFunction'] = (openid, data) =>
    instance.call(
      { ...caller(openid), WX_APPID: APP_ID, WX_CLIENTIP: '127.0.0.1' },
      { ...data, userInfo: { openId: openid, appId: APP_ID } },
    )
  return {
    databaseUrl: database.url,
    tick: async () => {
      const { reply, stderr } = await call(CLOCK, {}, { ...env, ...caller(null, 'wx_trigger') })
      if (!reply) throw new Error(`The clock failed. It wrote:\n${stderr}`)
    },
    answer: stub.answer,
    callFunction,
    uploadFile: (cloudPath, bytes) => {
      stub.storage.files.set(`${STORED}${cloudPath}`, bytes)
      return `${STORED}${cloudPath}`
    },
    phoneCode: (openid, phone) => {
      const code = `code-${codes.size}-${openid}`
      codes.set(code, { openid, phone })
      return code
    },
    askAs: (openid) => async (name, input) =>
      dataOf(name, (await callFunction(openid, { call: name, input })) as Reply<never>),
    asked: stub.requests,
    output: instance.output,
    close: async () => {
      await instance.close()
      await stub.close()
      await database.drop()
    },
  }
}
