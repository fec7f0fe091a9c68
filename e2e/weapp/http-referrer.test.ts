/** @jest-environment ./e2e/weapp/environment.ts */
import { START_MS } from '../local-server'
import { openHttpStage, type HttpStage } from './http-stage'
import { proveByCode } from './prove'
import { askWith } from './recruiter'
import { overloaded, type MiniProgram } from './simulator'

jest.setTimeout(60_000)

const LIN_XIAO = '13800138001'

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
  it('is told beside the field what is no number, and keeps what was typed', async () => {
    referrer.open('/pages/home/index')
    await referrer.tap('验证手机号')
    await proveByCode(referrer, stage.server, LIN_XIAO)
    await referrer.type('TA 的手机号', '139123')
    await referrer.tap('TA 已同意，发出邀请')
    await referrer.see('这不像手机号，请检查')
    await referrer.shows('TA 的手机号', '139 123')
  })

  it('cannot refer themselves', async () => {
    await referrer.fill('TA 的手机号', LIN_XIAO)
    await referrer.tap('TA 已同意，发出邀请')
    await referrer.see('这是你自己的号码，不能推荐自己')
  })

  it('taps once while the network is away, and it is sent when it is back', async () => {
    referrer.setOnline(false)
    referrer.device.clipboard = '我朋友的电话：139-1234-5681，人很好'
    await referrer.tap('粘贴手机号')
    await referrer.shows('TA 的手机号', '139 1234 5681')
    await referrer.tap('TA 已同意，发出邀请')
    await referrer.see('暂时连不上，内容已保留，会自动重试')
    referrer.setOnline(true)
    await referrer.see('邀请已生成', '发给 139****5681')
    await referrer.tap('转发到微信')
  })

  it('takes an invitation back after thinking twice, and its card ends', async () => {
    await referrer.tap('撤回')
    await referrer.see('撤回这份邀请？')
    await referrer.tap('取消')
    await referrer.tap('撤回')
    await referrer.see('撤回这份邀请？')
    await referrer.tap('撤回')
    await referrer.told('邀请已撤回，号码已删除')
    candidate.open(referrer.lastCard().path)
    await candidate.see('这份邀请已失效', '在招职位')
  })

  it('is still known after the mini-program was closed, until signing out', async () => {
    referrer.quit()
    referrer = stage.phone(referrer.device.storage)
    referrer.open('/pages/home/index')
    await referrer.see('今天想推荐谁？')
    referrer.tab('我的')
    await referrer.tap('退出登录')
    await referrer.tap('退出')
    await referrer.told('已退出登录')
    referrer.tab('内推')
    await referrer.see('把合适的人，推荐给星河科技')
  })
})

describe('whoever was invited', () => {
  it('declines and has the number erased, without proving anything', async () => {
    const ask = askWith(stage.server.url, stage.server.tokenOf('referrer'))
    const invitation = {
      phone: '13912345682',
      jobId: null,
      relation: null,
      line: null,
      consent: true,
    } as const
    const sent = await ask('invitation.send', { requestId: 'request-decline', ...invitation })
    candidate.open(`/pages/invitation/index?token=${sent.invitation.token}`)
    await candidate.tap('拒绝并删除我的号码')
    await candidate.see('删除你的号码？', '尾号 82')
    await candidate.tap('再想想')
    await candidate.tap('拒绝并删除我的号码')
    await candidate.tap('确认删除')
    await candidate.see('你的号码已经删除')
    expect(await ask('invitation.get', { id: sent.invitation.id })).toMatchObject({ maskedPhone: null })
  })

  it.each(['/pages/invitation/index?token=damaged', '/pages/invitation/index'])(
    'at %s finds open jobs',
    async (card) => {
      candidate.open(card)
      await candidate.see('这个链接打不开，可能不完整', '在招职位')
    },
  )

  it('at a page that does not exist is at home', async () => {
    candidate.open('/pages/nowhere/index')
    await candidate.see('把合适的人，推荐给星河科技')
    expect(candidate.route()).toBe('pages/home/index')
  })
})

it('no page was handed more than 64 KB at once', () => {
  expect(overloaded([referrer, candidate])).toEqual([])
})
