/** @jest-environment ./e2e/weapp/environment.ts */
import type { Phone } from '@/domain/phone'
import { rootOf } from './built'
import { openCloud, type Cloud } from './cloud'
import { CHEN_SI, JOB, LIN_XIAO } from './cloud-company'
import { moveOn } from './recruiter'
import { saveResume } from './resume-file'
import { startMiniProgram, type MiniProgram } from './simulator'
import { overCloud } from './wx-cloud'

jest.setTimeout(60_000)

const CANDIDATE = '+8613912345671' as Phone
const NAME = '温如言'

let cloud: Cloud
let resume: Awaited<ReturnType<typeof saveResume>>
let referrer: MiniProgram
let candidate: MiniProgram

const phoneOf = (openid: string) => startMiniProgram({ root: rootOf('weapp'), road: overCloud(cloud, openid) })

beforeAll(async () => {
  resume = await saveResume()
  cloud = await openCloud()
  referrer = phoneOf('oLinXiao')
  candidate = phoneOf('oCandidate')
})

afterAll(async () => {
  referrer?.quit()
  candidate?.quit()
  await cloud?.close()
  resume?.remove()
})

const lastCard = () => {
  const card = referrer.cards[referrer.cards.length - 1]
  if (!card) throw new Error('Nothing was forwarded')
  return card
}

describe('the referrer', () => {
  it('is at home once WeChat has told the number, and not before', async () => {
    referrer.open('/pages/home/index')
    await referrer.tap('验证手机号')
    await referrer.tap('用微信手机号验证')
    await referrer.see('没有拿到号码')
    referrer.device.phoneCode = cloud.phoneCode('oLinXiao', LIN_XIAO.phone)
    await referrer.tap('用微信手机号验证')
    await referrer.see('今天想推荐谁？')
    expect(cloud.asked.map(({ apiName }) => apiName)).toEqual(['phonenumber.getPhoneNumber'])
  })

  it('sends an invitation with a line that WeChat has checked', async () => {
    await referrer.tap('职位')
    await referrer.tap(JOB)
    await referrer.tap('加一句推荐，HR 会先看')
    await referrer.tap('前同事')
    await referrer.fill('推荐语（TA 和 HR 都会看到）', '一起做过三年收银台')
    await referrer.type('TA 的手机号', CANDIDATE.replace('+86', ''))
    await referrer.tap('TA 已同意，发出邀请')
    await referrer.see('邀请已生成', /来源编号[0-9A-Z]{4}-[0-9A-Z]{4}/)
    await referrer.tap('转发到微信')
    process.stdout.write(referrer.text() + JSON.stringify(cloud.asked))
  })
})

describe('the candidate', () => {
  it('opens the card and sees who invites', async () => {
    candidate.open(lastCard().path)
    await candidate.see('林晓 邀请你看看这个机会')
    process.stdout.write(candidate.text())
    await candidate.tap('接受邀请并投递')
    candidate.device.phoneCode = cloud.phoneCode('oCandidate', CANDIDATE)
    await candidate.tap('用微信手机号验证')
    await candidate.see('简历（选填）')
    await candidate.fill('姓名', NAME)
    candidate.device.chatFile = resume.path
    await candidate.tap('选择文件')
    await candidate.see('已上传')
    await candidate.tap('投递')
    await candidate.see('我们收到了')
    const chen = cloud.askAs('oChenSi')
    await chen('me.bindPhone', { requestId: 'request-1', code: cloud.phoneCode('oChenSi', CHEN_SI.phone) })
    await moveOn(chen, NAME, 'screening')
    await candidate.see('招聘同事正在看你的经历。')
    process.stdout.write(cloud.output() + JSON.stringify(cloud.asked))
  })
})
