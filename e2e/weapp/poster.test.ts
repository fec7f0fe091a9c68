/** @jest-environment ./e2e/weapp/environment.ts */
import { rootOf } from './built'
import { MINI_CODE, openCloud, type Cloud } from './cloud'
import { JOB, LIN_XIAO } from './cloud-company'
import { overloaded, startMiniProgram, type MiniProgram } from './simulator'
import { overCloud } from './wx-cloud'
import type { Drawn, Pictures } from './wx-pictures'

jest.setTimeout(60_000)

const LABEL = `海报：林晓推荐${JOB} · 上海，下方是二维码`
const CODE = `data:image/png;base64,${MINI_CODE}`
const LINK = /^https:\/\/refer\.example\.com\/i\/[\w-]{16,32}$/

let cloud: Cloud
let referrer: MiniProgram
/** Of the poster made first. */
let posterId: string

beforeAll(async () => {
  cloud = await openCloud()
  referrer = phoneOfLinXiao()
})

afterAll(async () => {
  referrer?.quit()
  await cloud?.close()
})

/** A new phone in the same hand. */
function phoneOfLinXiao(able: Partial<Pictures> = {}): MiniProgram {
  const phone = startMiniProgram({ root: rootOf('weapp'), road: overCloud(cloud, 'oLinXiao') })
  Object.assign(phone.device.pictures, able)
  return phone
}

function drawnAt(path: string): Drawn {
  const drawn = referrer.device.pictures.drawn.get(path)
  if (!drawn) throw new Error(`Nothing was drawn at ${path}`)
  return drawn
}

describe('a poster', () => {
  it('is made from the home page, with a name and a job', async () => {
    referrer.open('/pages/home/index')
    await referrer.tap('验证手机号')
    referrer.device.phoneCode = cloud.phoneCode('oLinXiao', LIN_XIAO.phone)
    await referrer.tap('用微信手机号验证')
    await referrer.tap('更多推荐方式')
    await referrer.tap('做一张海报')
    await referrer.tap('校招群')
    await referrer.tap('职位')
    await referrer.tap(JOB)
    await referrer.tap('生成海报')
    await referrer.see(`校招群 · ${JOB} · 上海，来源记在你名下`)
    expect(referrer.route()).toBe('shares/poster/index')
    posterId = referrer.query().id ?? ''
  })

  it('holds who recommends what, the 小程序码 of its token, and no amount', async () => {
    const { width, height, texts, images } = drawnAt(await referrer.picture(LABEL))
    expect({ width, height, images }).toEqual({ width: 750, height: 1334, images: [CODE] })
    expect(texts.join('')).toContain('林晓 · 前端平台部 的内推')
    expect(texts).toEqual(expect.arrayContaining(['星河科技', JOB, '五年以上前端经验', '存量代码十年']))
    expect(texts.join('')).not.toMatch(/[¥￥元]|奖金|1380013/)
    const asked = cloud.asked.filter(({ apiName }) => apiName === 'wxacode.getUnlimited')
    expect(asked).toHaveLength(1)
    expect(asked[0]?.data).toMatchObject({
      scene: expect.stringMatching(/^[\w-]{16,32}$/) as string,
      page: 'pages/invitation/index',
    })
  })

  it('goes to friends without the album, and into the album once that is allowed', async () => {
    const path = await referrer.picture(LABEL)
    const { pictures } = referrer.device
    pictures.album = { allowed: false, allowedInSettings: false }
    await referrer.tap('保存到相册')
    await referrer.see('还没有相册权限')
    await referrer.tap('发给朋友')
    expect(pictures.handedOn).toEqual([path])
    await referrer.tap('去设置')
    await referrer.see('还没有相册权限')
    expect(pictures.saved).toEqual([])

    pictures.album.allowedInSettings = true
    await referrer.tap('去设置')
    await referrer.told('海报已存进相册')
    expect(pictures.saved).toEqual([path])
  })

  it('is drawn once, and WeChat is asked for its code once', async () => {
    const path = await referrer.picture(LABEL)
    referrer.open(`/shares/poster/index?id=${posterId}`)
    expect(await referrer.picture(LABEL)).toBe(path)
    expect(cloud.asked.filter(({ apiName }) => apiName === 'wxacode.getUnlimited')).toHaveLength(1)
  })

  it('where WeChat hands on no pictures, hands on its link', async () => {
    const phone = phoneOfLinXiao({ sharePanel: false })
    phone.open(`/shares/poster/index?id=${posterId}`)
    await phone.picture(LABEL)
    await phone.tap('发给朋友')
    await phone.told('这里不能直接发图片，链接已复制，粘贴给朋友也一样')
    expect(phone.device.clipboard).toMatch(LINK)
    phone.quit()
  })

  it.each<[string, Pictures['canvas']]>([
    ['has no canvas', 'missing'],
    ['draws nothing on it', 'blank'],
  ])('on a phone that %s is the plain code, with its link', async (_what, canvas) => {
    const phone = phoneOfLinXiao({ canvas })
    phone.open(`/shares/poster/index?id=${posterId}`)
    await phone.see('这台设备画不了海报')
    expect(await phone.picture('海报上的二维码')).toBe(CODE)
    await phone.tap('复制链接')
    await phone.told('链接已复制')
    expect(phone.device.clipboard).toMatch(LINK)
    phone.quit()
  })
})

describe('a card', () => {
  it('is forwarded with the job’s own picture, and the words of its owner', async () => {
    referrer.open('/pages/jobs/index')
    await referrer.tap(JOB)
    await referrer.tap('转发卡片')
    const path = await referrer.picture(`卡片图：${JOB} · 上海`)
    expect(referrer.route()).toBe('shares/card/index')
    await referrer.fill('标题', '我们组在招前端，来聊聊')
    await referrer.see('我们组在招前端，来聊聊')
    await referrer.tap('转发到微信')
    const card = referrer.lastCard()
    expect(card).toMatchObject({ title: '我们组在招前端，来聊聊', imageUrl: path })
    expect(card.path).toMatch(/^\/pages\/invitation\/index\?token=[\w-]{16,32}$/)
    const { width, height, texts } = drawnAt(path)
    expect(width / height).toBe(5 / 4)
    expect(texts).toContain(JOB)
    expect(texts.join('')).not.toMatch(/林晓|[¥￥元]|奖金/)
  })

  it('leads to whoever forwarded it', async () => {
    const friend = startMiniProgram({ root: rootOf('weapp'), road: overCloud(cloud, 'oFriend') })
    friend.open(referrer.lastCard().path, 1007)
    await friend.see('林晓 推荐这个职位', '来自 TA 转发的卡片')
    friend.quit()
  })
})

it('no page was handed more than 64 KB at once', () => {
  expect(overloaded([referrer])).toEqual([])
})
