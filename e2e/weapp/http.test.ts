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
    expect(referrer.route()).toBe('pages/home/index')
  })

  it('chooses a job, types a number, and with one tap the invitation stands with its source', async () => {
    await referrer.tap('职位')
    await referrer.see('推荐哪个职位？')
    await referrer.tap('高级前端工程师')
    await referrer.type('TA 的手机号', CANDIDATE)
    await referrer.tap('TA 已同意，发出邀请')
    await referrer.see('邀请已生成', '来源编号', /[0-9A-Z]{4}-[0-9A-Z]{4}/, '林晓 · 前端平台部')
  })

  it('forwards a card whose path carries the token of the link', async () => {
    await referrer.tap('转发到微信')
    await referrer.tap('复制链接')
    await referrer.see('来源编号')
    process.stdout.write(JSON.stringify([referrer.cards, referrer.device.clipboard, referrer.device.toasts, referrer.largest]))
    process.stdout.write(referrer.text())
  })
})

describe('the candidate', () => {
  it('opens the card and sees who invites', async () => {
    candidate.open('/' + referrer.cards[0]!.path.replace(/^\//, ''))
    await candidate.see('林晓 邀请你看看这个机会')
    process.stdout.write(candidate.text())
    await candidate.tap('接受邀请并投递')
    await prove(candidate, CANDIDATE)
    await candidate.see('简历（选填）')
    process.stdout.write(candidate.route() + candidate.text())
    await candidate.fill('姓名', '温如言')
    candidate.device.chatFile = resume.path
    await candidate.tap('选择文件')
    await candidate.see('已上传')
    await candidate.tap('投递')
    await candidate.see('初筛')
    process.stdout.write(candidate.route() + candidate.text())
    process.stdout.write(JSON.stringify([candidate.largest, candidate.device.toasts]))
    await moveOn(askWith(server.url, server.tokenOf('recruiter')), '温如言', 'screening')
    await candidate.see('招聘同事正在看你的经历。')
    process.stdout.write(candidate.route() + candidate.text())
  })
})
