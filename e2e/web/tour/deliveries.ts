import type { Page } from 'playwright-core'
import type { DeadLetter } from '@/contract/calls/delivery'
import { changeAnswer } from '../support/answers'
import { mouse } from '../support/hands'
import { button, see } from '../support/look'
import { NO_NETWORK } from '../support/troubles'
import type { Screen } from './screen'

const letter = (n: number, change: Partial<DeadLetter>): DeadLetter => ({
  ...{ id: `00000000-0000-7000-8000-00000000000${n}`, kind: 'message', event: 'stage-moved' },
  ...{ channel: 'subscribe', reason: '47003', attempts: 1, at: new Date(2026, 10, 25 - n).toISOString() },
  words: '微信没有接受（47003）。请到微信公众平台核对模板。处理好后点“重发”。',
  resendable: true,
  ...change,
})

const LETTERS = [
  letter(1, {}),
  letter(2, {
    ...{ event: 'escalated', channel: 'wecom', reason: '60020', attempts: 8 },
    words: '试了 8 次，企业微信都没有接收（60020），请确认服务是否正常。处理好后点“重发”。',
  }),
  letter(3, {
    ...{ kind: 'login-code', event: null, channel: 'sms', reason: 'unconfirmed', resendable: false },
    words: '短信交给了服务商，没有等到回执，对方可能已经收到。内容已按约定删除，不能重发。',
  }),
]

const listed = (page: Page) =>
  changeAnswer(page, 'delivery.list', (data) => ({
    ...data,
    items: LETTERS,
    counts: { waiting: 3, sent: 1204, dropped: 12, dead: 3 },
    warnings: [
      { kind: 'calendar', template: null, words: '2027 年的放假安排还没有，先按周一到周五计算答复时间。' },
      {
        ...{ kind: 'template-refused', template: 'answer' },
        words: '微信不认“答复提醒”的模板（47003），请到微信公众平台核对字段。',
      },
    ],
  }))

/** What an administrator looks after. */
export const DELIVERIES: Screen[] = [
  {
    name: 'admin-me',
    open: async (page, { address }) => {
      await page.goto(address('me', {}, 'admin'))
      await button(page, /^没送到的提醒/).waitFor()
    },
  },
  {
    name: 'admin-list',
    open: async (page, { address }) => {
      await page.goto(address('recruiterList', {}, 'admin'))
      await button(page, /^没送到的提醒/).waitFor()
      await see(page, /推荐 · /)
    },
  },
  {
    name: 'admin-deliveries',
    open: async (page, { address }) => {
      await listed(page)
      await page.goto(address('recruiterDeliveries', {}, 'admin'))
      await see(page, '催办升级')
    },
  },
  {
    name: 'admin-deliveries-resent',
    says: /api\/delivery\.resend/,
    open: async (page, { address }) => {
      await listed(page)
      await page.goto(address('recruiterDeliveries', {}, 'admin'))
      await mouse.press(button(page, /^重发/))
      await see(page, /^没有找到/)
    },
  },
  {
    name: 'admin-deliveries-empty',
    open: async (page, { address }) => {
      await page.goto(address('recruiterDeliveries', {}, 'admin'))
      await see(page, '没有送不到的提醒')
    },
  },
  {
    name: 'admin-deliveries-offline',
    says: NO_NETWORK,
    open: async (page, { address }) => {
      await listed(page)
      await page.goto(address('recruiterDeliveries', {}, 'admin'))
      await see(page, '催办升级')
      await page.context().setOffline(true)
      await see(page, /^暂时连不上，显示的是/)
    },
  },
  {
    name: 'recruiter-deliveries',
    open: async (page, { address }) => {
      await page.goto(address('recruiterDeliveries', {}, 'recruiter'))
      await see(page, '这里由管理员看管')
    },
  },
]
