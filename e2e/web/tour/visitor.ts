import { mouse } from '../support/hands'
import { button, field, heading, see } from '../support/look'
import { refusedCall } from '../support/troubles'
import type { Screen } from './screen'

/** What anybody sees who has proved nothing. */
export const VISITOR: Screen[] = [
  {
    name: 'visitor-home',
    open: async (page, { address }) => {
      await page.goto(address('home', {}))
      await button(page, '验证手机号').waitFor()
    },
  },
  {
    name: 'visitor-home-failed',
    says: /net::ERR_CONNECTION_REFUSED/,
    open: async (page, { address }) => {
      await page.route('**/api/me.get', (route) => route.abort('connectionrefused'))
      await page.goto(address('home', {}))
      await see(page, '暂时打不开')
    },
  },
  {
    name: 'visitor-jobs',
    open: async (page, { address }) => {
      await page.goto(address('jobs', {}))
      await button(page, /^高级前端工程师/).waitFor()
    },
  },
  {
    name: 'visitor-jobs-nothing-found',
    open: async (page, { address }) => {
      await page.goto(address('jobs', {}))
      await mouse.write(field(page, '搜索职位'), '宇航员')
      await see(page, '没有找到这样的职位')
    },
  },
  {
    name: 'visitor-job',
    open: async (page, { address, jobs }) => {
      await page.goto(address('job', { id: jobs.open }))
      await heading(page, '高级前端工程师').waitFor()
    },
  },
  {
    name: 'visitor-job-closed',
    open: async (page, { address, jobs }) => {
      await page.goto(address('job', { id: jobs.closed }))
      await see(page, /已停止招聘/)
    },
  },
  {
    name: 'visitor-job-missing',
    says: refusedCall('job.get', 400),
    open: async (page, { address }) => {
      await page.goto(address('job', { id: 'nothing' }))
      await see(page, '没有找到这个职位')
    },
  },
  {
    name: 'visitor-progress',
    open: async (page, { address }) => {
      await page.goto(address('progress', {}))
      await see(page, '验证手机号，查看进度')
    },
  },
  {
    name: 'visitor-me',
    open: async (page, { address }) => {
      await page.goto(address('me', {}))
      await see(page, '还没有验证手机号')
    },
  },
  {
    name: 'visitor-prove',
    open: async (page, { address }) => {
      await page.goto(address('prove', {}))
      await mouse.write(field(page, '手机号'), '1380013')
      await mouse.press(button(page, '获取验证码'))
      await see(page, '这不像手机号，请检查')
    },
  },
  {
    name: 'visitor-invitation',
    open: async (page, { address, tokens }) => {
      await page.goto(address('invitation', { token: tokens.open }))
      await mouse.press(button(page, '我的号码怎么被使用？'))
      await see(page, /号码加密保存/)
    },
  },
  {
    name: 'visitor-invitation-erase',
    open: async (page, { address, tokens }) => {
      await page.goto(address('invitation', { token: tokens.open }))
      await mouse.press(button(page, '拒绝并删除我的号码'))
      await see(page, '删除你的号码？')
    },
  },
  {
    name: 'visitor-invitation-declined',
    open: async (page, { address, tokens }) => {
      await page.goto(address('invitation', { token: tokens.declined }))
      await see(page, '已记下：暂不考虑')
    },
  },
  {
    name: 'visitor-invitation-gone',
    says: refusedCall('share.open', 410),
    open: async (page, { address, tokens }) => {
      await page.goto(address('invitation', { token: tokens.revoked }))
      await see(page, /这份邀请已失效/)
    },
  },
  {
    name: 'visitor-timeline',
    open: async (page, { address, applicationId }) => {
      await page.goto(address('timeline', { id: applicationId }))
      await see(page, '先验证手机号')
    },
  },
  {
    name: 'visitor-desk',
    open: async (page, { address }) => {
      await page.goto(address('recruiterList', {}))
      await see(page, '这里是招聘同事的工作台')
    },
  },
]
