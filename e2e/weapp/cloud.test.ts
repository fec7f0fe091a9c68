/** @jest-environment ./e2e/weapp/environment.ts */
import type { Phone } from '@/domain/phone'
import { rootOf } from './built'
import { openCloud, type Cloud } from './cloud'
import { CHEN_SI, JOB, LIN_XIAO } from './cloud-company'
import { moveOn } from './recruiter'
import { saveResume, type SavedResume } from './resume-file'
import { overloaded, startMiniProgram, type MiniProgram } from './simulator'
import { overCloud } from './wx-cloud'

jest.setTimeout(60_000)

const CANDIDATE = { name: '温如言', phone: '+8613912345671' as Phone }

let cloud: Cloud
let resume: SavedResume
let referrer: MiniProgram
let candidate: MiniProgram
let stranger: MiniProgram

beforeAll(async () => {
  const root = rootOf('weapp')
  resume = await saveResume()
  cloud = await openCloud()
  const phoneOf = (openid: string) => startMiniProgram({ root, road: overCloud(cloud, openid) })
  referrer = phoneOf('oLinXiao')
  candidate = phoneOf('oCandidate')
  stranger = phoneOf('oStranger')
})

afterAll(async () => {
  for (const phone of [referrer, candidate, stranger]) phone?.quit()
  await cloud?.close()
  resume?.remove()
})

const tokenSent = () => referrer.lastCard().path.split('token=')[1] ?? ''
const lastAsked = () => cloud.asked[cloud.asked.length - 1]

describe('the referrer', () => {
  it('is at home once WeChat has told the number, and not when it was refused', async () => {
    referrer.open('/pages/home/index')
    await referrer.tap('验证手机号')
    await referrer.tap('用微信手机号验证')
    await referrer.see('没有拿到号码')
    referrer.device.phoneCode = cloud.phoneCode('oLinXiao', LIN_XIAO.phone)
    await referrer.tap('用微信手机号验证')
    await referrer.see('今天想推荐谁？')
    expect(lastAsked()).toMatchObject({ apiName: 'phonenumber.getPhoneNumber', data: { openid: 'oLinXiao' } })
  })

  it('changes words that WeChat does not let pass', async () => {
    await referrer.tap('职位')
    await referrer.tap(JOB)
    await referrer.tap('加一句推荐，HR 会先看')
    await referrer.tap('前同事')
    await referrer.fill('推荐语（TA 和 HR 都会看到）', '一句违规的话')
    await referrer.type('TA 的手机号', CANDIDATE.phone.replace('+86', ''))
    await referrer.tap('TA 已同意，发出邀请')
    await referrer.see('这段文字没有通过内容检查，请换个说法')
    await referrer.fill('推荐语（TA 和 HR 都会看到）', '一起做过三年收银台')
  })

  it('sends the invitation, which stands with its source, and forwards it', async () => {
    await referrer.tap('TA 已同意，发出邀请')
    await referrer.see('邀请已生成', /来源编号[0-9A-Z]{4}-[0-9A-Z]{4}/, '公司未开通短信，请直接转发给 TA')
    await referrer.tap('转发到微信')
    expect(referrer.lastCard()).toMatchObject({ title: `林晓邀请你了解星河科技的${JOB}` })
    expect(lastAsked()?.data).toMatchObject({ version: 2, openid: 'oLinXiao', content: '一起做过三年收银台' })
  })
})

describe('whoever scans the code', () => {
  it('sees the invitation and two digits, also when it is for somebody else', async () => {
    const scene = [...tokenSent()].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('')
    expect(tokenSent().length).toBeLessThanOrEqual(32)
    stranger.open(`/pages/invitation/index?scene=${scene}`)
    await stranger.see('林晓 邀请你看看这个机会', '你的前同事', '一起做过三年收银台', '尾号 71')
    expect(stranger.text()).not.toMatch(/139|5671|温/)
  })
})

describe('the candidate', () => {
  it('opens the card, accepts, and WeChat proves the number', async () => {
    candidate.open(referrer.lastCard().path)
    await candidate.see('林晓 邀请你看看这个机会', '尾号 71')
    await candidate.tap('接受邀请并投递')
    candidate.device.phoneCode = cloud.phoneCode('oCandidate', CANDIDATE.phone)
    await candidate.tap('用微信手机号验证')
    await candidate.see('139****5671', '简历（选填）')
    expect(candidate.route()).toBe('pages/apply/index')
  })

  it('applies with a PDF that lies in the storage, and sees the timeline', async () => {
    await candidate.fill('姓名', CANDIDATE.name)
    candidate.device.chatFile = resume.path
    await candidate.tap('选择文件')
    await candidate.see('resume.pdf', '已上传')
    await candidate.tap('投递')
    await candidate.see('我们收到了，会认真看完你的资料。', '推荐归属林晓', '我的简历PDF')
  })
})

describe('both', () => {
  it('see the move of a recruiter without touching their screens', async () => {
    await referrer.tap('完成')
    referrer.tab('进度')
    await referrer.see(/温如言· 高级前端工程师.*?已投递/)
    const chenSi = cloud.askAs('oChenSi')
    const code = cloud.phoneCode('oChenSi', CHEN_SI.phone)
    await chenSi('me.bindPhone', { requestId: 'request-bind', code })
    await moveOn(chenSi, CANDIDATE.name, 'screening')
    await candidate.see('招聘同事正在看你的经历。')
    await referrer.see(/温如言· 高级前端工程师.*?初筛 · 陈思处理中/)
  })

  it('are named nowhere in the log of the function', () => {
    expect(cloud.output()).toContain('"call":"application.submit","code":"ok"')
    expect(cloud.output()).not.toMatch(/1380013800|1391234567|林晓|温如言|oLinXiao|oCandidate/)
    expect(cloud.output()).not.toContain(tokenSent())
  })

  it('are never handed more than 64 KB at once', () => {
    expect(overloaded([referrer, candidate, stranger])).toEqual([])
  })
})
