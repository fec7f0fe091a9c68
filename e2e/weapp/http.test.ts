/** @jest-environment ./e2e/weapp/environment.ts */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { START_MS } from '../local-server'
import { openHttpStage, type HttpStage } from './http-stage'
import { proveByCode } from './prove'
import { askWith, moveOn } from './recruiter'
import { overloaded, type MiniProgram } from './simulator'

jest.setTimeout(60_000)

const LIN_XIAO = '13800138001'
const CANDIDATE = { name: '温如言', phone: '13912345671' }
const SOURCE = /来源编号[0-9A-Z]{4}-[0-9A-Z]{4}/

let stage: HttpStage
let referrer: MiniProgram
let candidate: MiniProgram

beforeAll(async () => {
  stage = await openHttpStage()
  referrer = stage.phone()
  candidate = stage.phone()
}, START_MS)

afterAll(() => stage?.close())

describe('the referrer', () => {
  it('proves the number by the code that was texted, and is at home', async () => {
    referrer.open('/pages/home/index')
    await referrer.tap('验证手机号')
    await proveByCode(referrer, stage.server, LIN_XIAO)
    await referrer.see('今天想推荐谁？')
    expect(referrer.route()).toBe('pages/home/index')
  })

  it('chooses a job, types a number, and with one tap the invitation stands with its source', async () => {
    await referrer.tap('职位')
    await referrer.tap('高级前端工程师')
    await referrer.type('TA 的手机号', CANDIDATE.phone)
    await referrer.tap('TA 已同意，发出邀请')
    await referrer.see('邀请已生成', '发给 139****5671', '林晓 · 前端平台部', SOURCE)
  })

  it('forwards a card that opens the same as the link, and shows a picture of its own', async () => {
    await referrer.tap('转发到微信')
    await referrer.tap('复制链接')
    const card = referrer.lastCard()
    const token = /^\/pages\/invitation\/index\?token=([\w-]{16,32})$/.exec(card.path)?.[1]
    await referrer.told('内容已复制')
    expect(referrer.device.clipboard).toBe(`${stage.server.url}/i/${token}`)
    expect(card.title).toBe('林晓邀请你了解星河科技的高级前端工程师')
    expect(existsSync(path.join(stage.root, card.imageUrl ?? 'none'))).toBe(true)
  })

  it('refers the next one to the same job for eleven digits and one tap', async () => {
    await referrer.tap('完成')
    await referrer.gone('邀请已生成')
    await referrer.type('TA 的手机号', '13912345672')
    await referrer.tap('TA 已同意，发出邀请')
    await referrer.see('邀请已生成', '发给 139****5672', /高级前端工程师上海发给/)
  })
})

describe('the candidate', () => {
  it('opens the card and sees who invites to what, and two digits of the number', async () => {
    candidate.open(referrer.lastCard().path)
    await candidate.see(
      '林晓 邀请你看看这个机会',
      '星河科技 · 前端平台部',
      '高级前端工程师',
      '说实话的部分',
      '尾号 71',
    )
    expect(candidate.text()).not.toMatch(/139|5671|温/)
  })

  it('accepts, proves the number, and goes on to applying by itself', async () => {
    await candidate.tap('接受邀请并投递')
    await candidate.see('邀请是发给一个手机号的')
    await proveByCode(candidate, stage.server, CANDIDATE.phone)
    await candidate.see('投递', '139****5671')
    expect(candidate.route()).toBe('pages/apply/index')
  })

  it('applies with a PDF and sees the timeline', async () => {
    await candidate.fill('姓名', CANDIDATE.name)
    candidate.device.chatFile = stage.resume.path
    await candidate.tap('选择文件')
    await candidate.see('resume.pdf', '已上传')
    await candidate.tap('投递')
    await candidate.see('我们收到了，会认真看完你的资料。', '前给你回音', '推荐归属林晓', '我的简历PDF')
    expect(candidate.route()).toBe('pages/timeline/index')
  })
})

describe('both', () => {
  it('see the move of a recruiter without touching their screens', async () => {
    await referrer.tap('完成')
    referrer.tab('进度')
    await referrer.see(/温如言· 高级前端工程师.*?已投递/)
    await moveOn(askWith(stage.server.url, stage.server.tokenOf('recruiter')), CANDIDATE.name, 'screening')
    await candidate.see('招聘同事正在看你的经历。')
    await referrer.see(/温如言· 高级前端工程师.*?初筛 · 陈思处理中/)
  })

  it('look at the same timeline, each in their own words', async () => {
    await referrer.tap(CANDIDATE.name)
    await referrer.see('招聘同事已开始初筛。', '推荐归属归你所有', CANDIDATE.name)
    expect(referrer.query().id).toBe(candidate.query().id)
    expect(referrer.text()).not.toContain('我的简历')
    referrer.back()
    await referrer.see('我推荐的')
  })

  it('are never handed more than 64 KB at once', () => {
    expect(overloaded([referrer, candidate])).toEqual([])
  })
})
