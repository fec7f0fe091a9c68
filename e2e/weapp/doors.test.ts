/** @jest-environment ./e2e/weapp/environment.ts */
import sql from 'sql-template-tag'
import type { OwnShare } from '@/contract/calls/share'
import type { OwnChannel } from '@/domain/own-share'
import type { Phone } from '@/domain/phone'
import { rowsOf } from '../web/support/database'
import { rootOf } from './built'
import { openCloud, type Cloud } from './cloud'
import { CHEN_SI, JOB, LIN_XIAO } from './cloud-company'
import type { Ask } from './recruiter'
import { overloaded, startMiniProgram, type MiniProgram } from './simulator'
import { overCloud } from './wx-cloud'

jest.setTimeout(60_000)

const LANDING = '/pages/invitation/index'
const CANDIDATE = { name: '独孤宁', phone: '+8613912345691' as Phone }

let cloud: Cloud
let linXiao: Ask
let chenSi: Ask
let poster: OwnShare
let card: OwnShare
const phones: MiniProgram[] = []

beforeAll(async () => {
  cloud = await openCloud()
  linXiao = cloud.askAs('oLinXiao')
  chenSi = cloud.askAs('oChenSi')
  await linXiao('me.bindPhone', bindWith('oLinXiao', LIN_XIAO.phone))
  await chenSi('me.bindPhone', bindWith('oChenSi', CHEN_SI.phone))
  const [job] = (await linXiao('job.list', {})).jobs
  poster = await makeShare('poster', job?.id ?? '')
  card = await makeShare('card', job?.id ?? '')
})

afterAll(async () => {
  phones.forEach((phone) => phone.quit())
  await cloud?.close()
})

const bindWith = (openid: string, phone: Phone) => ({
  requestId: `bind-${openid}`,
  code: cloud.phoneCode(openid, phone),
})

async function makeShare(channel: OwnChannel, jobId: string): Promise<OwnShare> {
  const wish = { requestId: `make-${channel}`, channel, jobId, name: null, title: null }
  return (await linXiao('share.create', wish)).share
}

function phoneOf(openid: string): MiniProgram {
  const phone = startMiniProgram({ root: rootOf('weapp'), road: overCloud(cloud, openid) })
  phones.push(phone)
  return phone
}

/** The newest touch there is: by which share, and by which of WeChat's doors. */
async function lastTouch() {
  const rows = await rowsOf<{ channel: OwnChannel; scene: number; token: string }>(
    cloud,
    sql`select s.channel, t.scene, s.token from touch t join share s on s.id = t.share_id order by t.at desc limit 1`,
  )
  return rows[0]
}

/** As WeChat hands over the scene of a 小程序码: letter by letter, where it cares to. */
const encoded = (text: string) => [...text].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join('')

describe('a cold start', () => {
  const byCard = () => `${LANDING}?token=${card.token}`
  const byCode = () => `${LANDING}?scene=${poster.token}`
  const byEncodedCode = () => `${LANDING}?scene=${encoded(poster.token)}`
  const byQr = () => `${LANDING}?q=${encodeURIComponent(poster.link)}&scancode_time=1700000000`

  it.each<[scene: number, door: string, channel: OwnChannel, address: () => string]>([
    [1007, 'a card in a chat', 'card', byCard],
    [1008, 'a card in a group', 'card', byCard],
    [1011, 'a QR code in front of the camera', 'poster', byQr],
    [1012, 'a QR code pressed long', 'poster', byQr],
    [1013, 'a QR code in the album', 'poster', byQr],
    [1047, 'a 小程序码 in front of the camera', 'poster', byCode],
    [1048, 'a 小程序码 pressed long', 'poster', byEncodedCode],
    [1049, 'a 小程序码 in the album', 'poster', byCode],
  ])(
    'with scene value %i, by %s, shows who recommends and is noted',
    async (scene, _door, channel, address) => {
      const visitor = phoneOf(`oVisitor${scene}`)
      visitor.open(address(), scene)
      await visitor.see(
        '林晓 推荐这个职位',
        JOB,
        channel === 'card' ? '来自 TA 转发的卡片' : '来自 TA 的海报',
      )
      const { token } = channel === 'card' ? card : poster
      expect(await lastTouch()).toEqual({ channel, scene, token })
    },
  )

  it.each([
    ['cut off', () => poster.token.slice(0, -1)],
    ['encoded and cut off', () => encoded(poster.token).slice(0, -1)],
    ['of nobody', () => 'kQ3vT8mXz1LpWc5RbN7yQ2'],
    ['that cannot be decoded', () => '%E4%B'],
  ])('by a scene %s finds open jobs, and is asked who told', async (_what, scene) => {
    const visitor = phoneOf('oLost')
    visitor.open(`${LANDING}?scene=${scene()}`, 1047)
    await visitor.see('这个链接打不开，可能不完整', '谁告诉你的？', '在招职位', JOB)
  })
})

describe('whoever has the mini-program open', () => {
  let visitor: MiniProgram

  beforeAll(() => {
    visitor = phoneOf('oInside')
    visitor.open('/pages/home/index')
  })

  it('comes back by a poster, and the door of this time is noted', async () => {
    await visitor.see('把合适的人，推荐给星河科技')
    visitor.open(`${LANDING}?scene=${poster.token}`, 1047)
    await visitor.see('林晓 推荐这个职位')
    expect(await lastTouch()).toMatchObject({ scene: 1047 })
  })

  it('scans a poster from inside, and is told what is none of ours', async () => {
    visitor.open('/pages/jobs/index')
    await visitor.tap('有内推码？')
    visitor.device.inSight = { result: 'https://elsewhere.example.com/' }
    await visitor.tap('扫一扫')
    await visitor.see('没有认出内推码，换个角度再扫一次')
    visitor.device.inSight = null
    await visitor.tap('扫一扫')
    visitor.device.inSight = { path: `pages/invitation/index?scene=${encoded(poster.token)}` }
    await visitor.tap('扫一扫')
    await visitor.see('林晓 推荐这个职位', '来自 TA 的海报')
  })
})

describe('a candidate who came by the code of a poster', () => {
  let candidate: MiniProgram

  it('applies, and reads whose it is and why', async () => {
    candidate = phoneOf('oCandidate')
    candidate.open(`${LANDING}?scene=${encoded(poster.token)}`, 1047)
    await candidate.tap('投递这个职位')
    candidate.device.phoneCode = cloud.phoneCode('oCandidate', CANDIDATE.phone)
    await candidate.tap('用微信手机号验证')
    await candidate.see('139****5691', '来自林晓（前端平台部）的海报')
    await candidate.fill('姓名', CANDIDATE.name)
    await candidate.tap('投递')
    await candidate.see('推荐归属林晓 · 前端平台部')
    await candidate.tap('为什么记在这里')
    await candidate.see(/你从林晓的海报进来投递（\d+ 月 \d+ 日）。/)
  })

  it('belongs to the owner of the poster for everybody who asks', async () => {
    const id = candidate.query().id ?? ''
    expect(await chenSi('application.explain', { as: 'recruiter', id })).toMatchObject({
      owner: { name: '林晓' },
    })
    expect(await linXiao('application.explain', { as: 'referrer', id })).toMatchObject({ mine: true })
    expect(await cloud.askAs('oCandidate')('application.explain', { as: 'candidate', id })).toMatchObject({
      owner: { name: '林晓' },
    })
  })
})

it('no page was handed more than 64 KB at once', () => {
  expect(overloaded(phones)).toEqual([])
})
