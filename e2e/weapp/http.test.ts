/** @jest-environment ./e2e/weapp/environment.ts */
import { rootOf } from './built'
import { startLocalServer, START_MS, type LocalServer } from '../local-server'
import { codeSentTo } from '../web/people/texts'
import { askWith, moveOn } from './recruiter'
import { saveResume } from './resume-file'
import { startMiniProgram, type MiniProgram } from './simulator'
import { overHttp } from './wx-request'

jest.setTimeout(60_000)

const LIN_XIAO = '13800138001'
const CANDIDATE = '13912345671'

let server: LocalServer
let resume: Awaited<ReturnType<typeof saveResume>>
let referrer: MiniProgram
let candidate: MiniProgram

beforeAll(async () => {
  resume = await saveResume()
  server = await startLocalServer()
  const phone = () => startMiniProgram({ root: rootOf('weapp-http'), road: overHttp(server.url) })
  referrer = phone()
  candidate = phone()
}, START_MS)

afterAll(async () => {
  referrer?.quit()
  candidate?.quit()
  await server?.stop()
  resume?.remove()
})

/** Types the number and the code that was texted to it. */
async function prove(person: MiniProgram, number: string): Promise<void> {
  await person.see('验证手机号')
  await person.type('手机号', number)
  await person.tap('获取验证码')
  await person.see('验证码已发送')
  await person.type('验证码', await codeSentTo(server, number))
  await person.tap('验证并继续')
}

describe('the referrer', () => {
  it('proves the number and is at home', async () => {
    referrer.open('/pages/home/index')
    await referrer.tap('验证手机号')
    await prove(referrer, LIN_XIAO)
    await referrer.see('今天想推荐谁？')
  })
})
