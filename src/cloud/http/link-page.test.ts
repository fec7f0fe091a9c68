import { AppError } from '@/contract/errors'
import { memoryDoors } from '@/testing/doors'
import type { Service } from '../context'
import { log } from '../log'
import type { Database } from '../store/database'
import { findPreview } from '../store/share-preview'
import { createApp } from './app'

jest.mock('../store/share-preview')
jest.mock('../log')

const publicUrl = 'https://refer.example.com'
const TOKEN = 'kQ3vT8mXz1LpWc5RbN7yAA'
const WEB = `${publicUrl}/#/pages/invitation/index?token=${TOKEN}`
const APP = 'https://wxaurl.cn/abc?x=1&y=2'
const now = new Date('2026-11-23T08:00:00Z')
const db = {} as Database

const { wechat } = memoryDoors()
const urlLink = jest.fn<Promise<string>, [{ path: string; query: string; days: number }]>()
const found = jest.mocked(findPreview)

beforeEach(() => {
  urlLink.mockReset().mockResolvedValue(APP)
  jest.mocked(log).mockReset()
  found.mockReset().mockResolvedValue({
    referrer: '林晓',
    department: '前端平台部',
    job: { title: '高级前端工程师', city: '上海' },
  })
})

const UA = {
  wechat:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.40',
  wecom:
    'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/111.0.0.0 Mobile Safari/537.36 wxwork/4.1 MicroMessenger/7.0.1',
  iphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1',
  android:
    'Mozilla/5.0 (Linux; Android 13; 22081212C) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/111.0.0.0 Mobile Safari/537.36',
  harmony:
    'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1 Mobile',
  desktop:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
  twitter: 'Twitterbot/1.0',
  google:
    'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1)',
  none: '',
}

function open(path: string, setting: { userAgent?: string; urlLink?: boolean } = {}): Promise<Response> {
  const config = { publicUrl, company: '星河科技', urlLink: setting.urlLink ?? false }
  const service = { db, config, doors: { wechat: { ...wechat, urlLink } } } as unknown as Service
  const headers = { 'User-Agent': setting.userAgent ?? UA.desktop }
  return Promise.resolve(createApp({ service, now: () => now }).request(path, { headers }))
}

const unescaped = (text = '') =>
  text
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
const meta = (page: string, name: string) =>
  unescaped(new RegExp(`<meta (?:property|name|http-equiv)="${name}" content="([^"]*)"`).exec(page)?.[1])
const onward = (page: string) => meta(page, 'refresh').replace('0; url=', '')
const links = (page: string) =>
  [...page.matchAll(/<a href="([^"]*)">([^<]*)</g)].map(([, to, words]) => [unescaped(to), words])

describe('what the preview card says', () => {
  it.each([
    ['a job', { title: '高级前端工程师', city: '上海' }, '林晓邀请你看看：高级前端工程师', '工作地点上海'],
    ['all open jobs', null, '林晓邀请你看看在招的职位', '来自星河科技 · 前端平台部的内推'],
  ])('for %s', async (_what, job, title, part) => {
    found.mockResolvedValue({ referrer: '林晓', department: '前端平台部', job })
    const response = await open(`/i/${TOKEN}`)
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/)
    expect(meta(page, 'og:title')).toBe(title)
    expect(meta(page, 'og:description')).toContain(part)
    expect(meta(page, 'og:url')).toBe(`${publicUrl}/i/${TOKEN}`)
    expect(meta(page, 'og:site_name')).toBe('星河科技')
    expect(page).toContain(`<title>${title}</title>`)
    expect(found).toHaveBeenCalledWith(db, TOKEN, now)
  })

  it.each<[string, string, () => void]>([
    ['is unknown or has ended', TOKEN, () => found.mockResolvedValue(null)],
    ['is damaged', 'kQ3vT8', () => undefined],
    ['cannot be looked up', TOKEN, () => found.mockRejectedValue(new AppError('unavailable'))],
  ])('names nobody when the token %s, and leads on all the same', async (_what, token, given) => {
    given()
    const response = await open(`/i/${token}`, { userAgent: UA.iphone, urlLink: true })
    const page = await response.text()
    expect([response.status, meta(page, 'og:title')]).toEqual([200, '看看在招的职位'])
    expect(page).not.toContain('林晓')
    expect(onward(page)).toBe(`${publicUrl}/#/pages/invitation/index?token=${token}`)
    expect(urlLink).not.toHaveBeenCalled()
  })

  it('is escaped', async () => {
    found.mockResolvedValue({
      referrer: '<b>"林晓"</b>',
      department: '&部',
      job: { title: `"><script>alert('1')</script>`, city: '上海' },
    })
    const page = await (await open(`/i/${TOKEN}`)).text()
    expect(page).not.toMatch(/<script|<b>/)
    expect(meta(page, 'og:title')).toBe(`<b>"林晓"</b>邀请你看看："><script>alert('1')</script>`)
  })

  it('is not kept, not indexed, and runs no script', async () => {
    const { headers } = await open(`/i/${TOKEN}`)
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('X-Robots-Tag')).toBe('noindex')
    expect(headers.get('Content-Security-Policy')).toContain("script-src 'self'; ")
    const page = await (await open(`/i/${TOKEN}`)).text()
    expect(page).toContain('<meta name="robots" content="noindex" />')
    expect(page).not.toContain('<script')
  })
})

describe('where it leads', () => {
  it.each<[string, keyof typeof UA, boolean, string]>([
    ['WeChat’s browser', 'wechat', true, WEB],
    ['WeCom’s browser', 'wecom', true, WEB],
    ['an iPhone', 'iphone', true, APP],
    ['an Android phone', 'android', true, APP],
    ['a HarmonyOS phone', 'harmony', true, APP],
    ['an iPhone without the setting', 'iphone', false, WEB],
    ['a desktop', 'desktop', true, WEB],
    ['Twitter’s preview', 'twitter', true, WEB],
    ['a search engine that says it is a phone', 'google', true, WEB],
    ['something that does not say what it is', 'none', true, WEB],
  ])('%s (%s, setting %s)', async (_who, userAgent, setting, address) => {
    const page = await (await open(`/i/${TOKEN}`, { userAgent: UA[userAgent], urlLink: setting })).text()
    expect(onward(page)).toBe(address)
    const web = [WEB, '打开内推页面']
    expect(links(page)).toEqual(address === APP ? [[APP, '在微信里打开'], web] : [web])
    expect(urlLink).toHaveBeenCalledTimes(address === APP ? 1 : 0)
  })

  it('asks WeChat for the page every door ends at, for 30 days', async () => {
    await open(`/i/${TOKEN}`, { userAgent: UA.iphone, urlLink: true })
    expect(urlLink).toHaveBeenCalledWith({
      path: 'pages/invitation/index',
      query: `token=${TOKEN}`,
      days: 30,
    })
  })

  it('to the web page when WeChat gives no address', async () => {
    urlLink.mockRejectedValue(new AppError('unavailable', 'urllink.generate is away (45009)'))
    const page = await (await open(`/i/${TOKEN}`, { userAgent: UA.iphone, urlLink: true })).text()
    expect([onward(page), links(page)]).toEqual([WEB, [[WEB, '打开内推页面']]])
    expect(log).toHaveBeenCalledWith({ call: 'link-page', failure: expect.any(AppError) as AppError })
  })

  it('to the web page when WeChat does not answer in 2.5 seconds', async () => {
    jest.useFakeTimers()
    urlLink.mockReturnValue(new Promise(() => undefined))
    const opened = open(`/i/${TOKEN}`, { userAgent: UA.iphone, urlLink: true })
    await jest.advanceTimersByTimeAsync(2_500)
    jest.useRealTimers()
    expect(onward(await (await opened).text())).toBe(WEB)
  })

  it.each([
    ['a damaged token', '/i/%E5%9D%8F%20%26x=1%23', '%E5%9D%8F%20%26x%3D1%23'],
    ['an endless token', `/i/${'a'.repeat(5000)}`, 'a'.repeat(100)],
    [
      'an endless token of letters in two halves',
      `/i/${'%F0%9F%90%8E'.repeat(200)}`,
      '%F0%9F%90%8E'.repeat(100),
    ],
    ['a token with a NUL in it', '/i/a%00b', 'a%00b'],
    ['a token that would be a page', '/i/%3Cb%3E%22', '%3Cb%3E%22'],
  ])('%s reaches the page that explains', async (_what, path, token) => {
    const response = await open(path)
    expect(response.status).toBe(200)
    expect(onward(await response.text())).toBe(`${publicUrl}/#/pages/invitation/index?token=${token}`)
    expect(found).not.toHaveBeenCalled()
  })
})
