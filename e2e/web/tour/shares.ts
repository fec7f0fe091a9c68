import type { Page } from 'playwright-core'
import { addressOf } from '@/services/navigate/routes'
import { mouse } from '../support/hands'
import { button, field, heading, see } from '../support/look'
import { refusedCall } from '../support/troubles'
import type { Places } from './places'
import type { Screen } from './screen'

/** Where cards, posters, codes and links are made, and where they lead. */
export const SHARES: Screen[] = [
  {
    name: 'visitor-share',
    open: async (page, { address, shares }) => {
      await page.goto(address('invitation', { token: shares.poster.token }))
      await mouse.press(button(page, '会记下什么？'))
      await see(page, '来自 TA 的海报')
    },
  },
  {
    name: 'visitor-share-all-jobs',
    open: async (page, { address, shares }) => {
      await page.goto(address('invitation', { token: shares.code.token }))
      await see(page, '来自 TA 的内推码')
    },
  },
  {
    name: 'visitor-share-bought',
    open: async (page, { address, shares }) => {
      await page.goto(address('invitation', { token: shares.poster.token }))
      await mouse.press(button(page, '这个内推码是我买来的'))
      await see(page, '这个内推码是买来的？')
    },
  },
  {
    name: 'visitor-share-ended',
    says: refusedCall('share.open', 410),
    open: async (page, { address, shares }) => {
      await page.goto(address('invitation', { token: shares.ended.token }))
      await mouse.write(field(page, '内推码'), '7K2Q')
      await mouse.press(button(page, '找到推荐我的同事'))
      await see(page, '内推码是 8 位字母和数字，请再看一眼')
    },
  },
  {
    name: 'visitor-home-code',
    open: async (page, { address }) => {
      await page.goto(address('home', {}))
      await mouse.press(button(page, /^有内推码？/))
      await field(page, '内推码').waitFor()
    },
  },
  {
    name: 'candidate-share-invited',
    open: async (page, { address, shares }) => {
      await page.goto(address('invitation', { token: shares.poster.token }, 'asked'))
      await see(page, '你还有一份同事的邀请')
    },
  },
  {
    name: 'candidate-share-apply',
    open: async (page, { address, shares }) => {
      await page.goto(address('apply', { token: shares.poster.token }, 'asked'))
      await see(page, '你还有一份同事的邀请')
      await see(page, /来自林晓（.+）的海报/)
    },
  },
  {
    name: 'referrer-share-own',
    open: async (page, { address, shares }) => {
      await page.goto(address('invitation', { token: shares.poster.token }, 'referrer'))
      await see(page, /^这是你自己的海报/)
    },
  },
  {
    name: 'referrer-shares',
    open: async (page, { address }) => {
      await page.goto(address('sharesList', {}, 'referrer'))
      await button(page, /^朋友圈/).waitFor()
    },
  },
  {
    name: 'referrer-shares-renew',
    open: async (page, { address }) => {
      await page.goto(address('sharesList', {}, 'referrer'))
      await mouse.press(button(page, '换一个'))
      await see(page, '换一个内推码？')
    },
  },
  {
    name: 'referrer-shares-link',
    open: async (page, { address }) => {
      await page.goto(address('sharesList', {}, 'referrer'))
      await mouse.press(button(page, /^个人主页/))
      await button(page, '结束这个链接').waitFor()
    },
  },
  {
    name: 'referrer-shares-new',
    open: async (page, { address }) => {
      await page.goto(address('sharesList', {}, 'referrer'))
      await mouse.press(button(page, /^做一张海报/))
      await mouse.press(button(page, '自定义'))
      await mouse.press(button(page, '生成海报'))
      await see(page, /^给它起个名字/)
    },
  },
  {
    name: 'referrer-shares-new-job',
    open: async (page, { address }) => {
      await page.goto(address('sharesList', {}, 'referrer'))
      await mouse.press(button(page, /^生成一个链接/))
      await mouse.press(page.getByRole('dialog').getByRole('button', { name: /^职位/ }))
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^高级前端工程师/ })
        .waitFor()
    },
  },
  {
    name: 'referrer-poster',
    open: async (page, { address, shares }) => {
      await page.goto(address('sharesPoster', { id: shares.poster.id }, 'referrer'))
      await page.getByRole('img', { name: /^海报：/ }).waitFor()
    },
  },
  {
    name: 'referrer-poster-not-saved',
    open: async (page, places) => {
      // WeChat's own browser, which downloads nothing.
      await openPoster(page, places, () =>
        Object.defineProperty(navigator, 'userAgent', { value: 'MicroMessenger' }),
      )
      await mouse.press(button(page, '保存图片'))
      await see(page, /^这里不能直接保存/)
    },
  },
  {
    name: 'referrer-poster-without-canvas',
    open: async (page, places) => {
      // A function that gives nothing. One of ours would be sent with a name that only tsx knows.
      await openPoster(page, places, () =>
        Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', { value: Function.prototype }),
      )
      await see(page, /^这台设备画不了海报/)
    },
  },
  {
    name: 'referrer-poster-gone',
    says: refusedCall('share.poster', 410),
    open: async (page, { address, shares }) => {
      await page.goto(address('sharesPoster', { id: shares.ended.id }, 'referrer'))
      await see(page, '这张海报已经不在了')
    },
  },
  {
    name: 'referrer-card',
    open: async (page, { address, jobs }) => {
      await page.goto(address('sharesCard', { job: jobs.open }, 'referrer'))
      await page.getByRole('img', { name: /^卡片图：/ }).waitFor()
    },
  },
  {
    name: 'referrer-card-closed',
    open: async (page, { address, jobs }) => {
      await page.goto(address('sharesCard', { job: jobs.closed }, 'referrer'))
      await see(page, '这个职位已停止招聘')
    },
  },
  {
    name: 'intern-shares',
    open: async (page, { address }) => {
      await page.goto(address('sharesList', {}, 'intern'))
      await see(page, '这里还不能用')
    },
  },
]

/** With something of the browser missing: taken away once the app is there, gone with the page. */
async function openPoster(page: Page, { address, shares }: Places, takeAway: () => void): Promise<void> {
  await page.goto(address('me', {}, 'referrer'))
  await heading(page, '林晓').waitFor()
  await page.evaluate(takeAway)
  await page.evaluate((hash) => (location.hash = hash), addressOf('sharesPoster', { id: shares.poster.id }))
  await heading(page, '海报').first().waitFor()
}
