import { openReferral, sendInvitation } from '../people/referrer'
import { mouse } from '../support/hands'
import { button, field, see } from '../support/look'
import { NO_NETWORK } from '../support/troubles'
import type { Screen } from './screen'

export const REFERRER: Screen[] = [
  {
    name: 'referrer-home',
    open: async (page, { address }) => {
      await page.goto(address('home', {}, 'referrer'))
      await see(page, /^全部 \d+/)
    },
  },
  {
    name: 'referrer-home-wrong-number',
    open: async (page, { address }) => {
      await page.goto(address('home', {}, 'referrer'))
      await mouse.write(field(page, 'TA 的手机号'), '1380013')
      await mouse.press(button(page, 'TA 已同意，发出邀请'))
      await see(page, '这不像手机号，请检查')
    },
  },
  {
    name: 'referrer-home-endorsement',
    open: async (page, { address }) => {
      await page.goto(address('home', {}, 'referrer'))
      await mouse.press(button(page, /^加一句推荐/))
      await mouse.press(button(page, '前同事'))
      await mouse.write(field(page, '推荐语（TA 和 HR 都会看到）'), '离线那一套是她从头写的')
    },
  },
  {
    name: 'referrer-home-jobs',
    open: async (page, { address }) => {
      await page.goto(address('home', {}, 'referrer'))
      await mouse.press(button(page, /^职位/))
      await page.getByRole('dialog').getByRole('button', { name: '高级前端工程师' }).waitFor()
    },
  },
  {
    name: 'referrer-home-countries',
    open: async (page, { address }) => {
      await page.goto(address('home', {}, 'referrer'))
      await mouse.press(button(page, /^国家或地区代码/))
      await see(page, '新加坡')
    },
  },
  {
    name: 'referrer-home-sent',
    open: async (page, { address }) => {
      await page.goto(address('home', {}, 'referrer'))
      await sendInvitation(mouse, page, '13912345767')
    },
  },
  {
    name: 'referrer-home-offline',
    says: NO_NETWORK,
    open: async (page, { address }) => {
      await page.goto(address('home', {}, 'referrer'))
      await see(page, /^全部 \d+/)
      await mouse.write(field(page, 'TA 的手机号'), '13912345768')
      await page.context().setOffline(true)
      await mouse.press(button(page, 'TA 已同意，发出邀请'))
      await see(page, '暂时连不上，内容已保留，会自动重试')
    },
  },
  {
    name: 'referrer-job',
    open: async (page, { address, jobs }) => {
      await page.goto(address('job', { id: jobs.open }, 'referrer'))
      await button(page, '推荐朋友').waitFor()
    },
  },
  {
    name: 'referrer-progress',
    open: async (page, { address }) => {
      await page.goto(address('progress', {}, 'referrer'))
      await button(page, /^周宁/).waitFor()
    },
  },
  {
    name: 'referrer-progress-invitation',
    open: async (page, { address }) => {
      await page.goto(address('progress', {}, 'referrer'))
      await mouse.press(button(page, /^等待回应/))
      await mouse.press(button(page, /等待打开|已打开/))
      await mouse.press(button(page, /^推荐语/))
      await button(page, '保存推荐语').waitFor()
    },
  },
  {
    name: 'referrer-timeline',
    open: async (page, { address }) => {
      await page.goto(address('progress', {}, 'referrer'))
      await openReferral(mouse, page, '周宁')
    },
  },
  {
    name: 'referrer-me',
    open: async (page, { address }) => {
      await page.goto(address('me', {}, 'referrer'))
      await see(page, /林晓/)
    },
  },
  {
    name: 'referrer-sign-out',
    open: async (page, { address }) => {
      await page.goto(address('me', {}, 'referrer'))
      await mouse.press(button(page, '退出登录'))
      await see(page, '退出登录？')
    },
  },
  {
    name: 'referrer-desk',
    open: async (page, { address }) => {
      await page.goto(address('recruiterList', {}, 'referrer'))
      await see(page, /你的号码没有招聘权限/)
    },
  },
  {
    name: 'intern-home',
    open: async (page, { address }) => {
      await page.goto(address('home', {}, 'intern'))
      await see(page, /转正后再来内推/)
    },
  },
]
