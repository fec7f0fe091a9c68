import { changeAnswer } from '../support/answers'
import { mouse } from '../support/hands'
import { button, see } from '../support/look'
import { NO_NETWORK } from '../support/troubles'
import type { Places } from './places'
import type { Screen } from './screen'

/** What a referrer reads in half a year: a day's lines, long words, something that is gone. */
function told({ applicationId }: Places) {
  const link = { kind: 'application' as const, id: applicationId, as: 'referrer' as const }
  const at = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
  const message = { seat: 'referrer' as const, body: '', read: false, link: null, lines: [] }
  return [
    {
      ...{ ...message, id: '00000000-0000-7000-8000-000000000001', event: 'digest' as const, at: at(0.2) },
      title: '今天有 3 件事值得看看',
      lines: [
        { text: '周宁应聘高级前端工程师：还在用人部门评估，第 3 天，预计 5 天内答复', link },
        { text: '发给 139****5762 的邀请已经 4 天没有答复，打个电话比再发一次更有用', link },
        { text: '何帆的推荐保护期还有 14 天结束', link },
      ],
    },
    {
      ...{
        ...message,
        id: '00000000-0000-7000-8000-000000000002',
        event: 'owner-changed' as const,
        at: at(30),
      },
      title: '一条推荐已由招聘同事裁定，归属改到了你的名下',
      body: '周宁应聘高级前端工程师（基础设施与开发者体验方向）· 上海，打开就能看到为什么',
      link,
    },
    {
      ...{ ...message, id: '00000000-0000-7000-8000-000000000003', event: 'ended' as const, at: at(24 * 40) },
      ...{ title: '这条推荐已经删除', read: true },
    },
  ]
}

export const INBOX: Screen[] = [
  {
    name: 'inbox',
    open: async (page, places) => {
      await changeAnswer(page, 'inbox.list', ({ items, ...data }) => ({
        ...data,
        items: [...told(places), ...items],
      }))
      await page.goto(places.address('inboxList', {}, 'referrer'))
      await see(page, '今天有 3 件事值得看看')
    },
  },
  {
    name: 'inbox-empty',
    open: async (page, { address }) => {
      await page.goto(address('inboxList', {}, 'newcomer'))
      await see(page, '还没有消息')
    },
  },
  {
    name: 'inbox-visitor',
    open: async (page, { address }) => {
      await page.goto(address('inboxList', {}))
      await see(page, '先验证手机号')
    },
  },
  {
    name: 'inbox-offline',
    says: NO_NETWORK,
    open: async (page, { address }) => {
      await page.goto(address('inboxList', {}, 'referrer'))
      await button(page, '全部已读').waitFor()
      await page.context().setOffline(true)
      await see(page, /^暂时连不上，显示的是/)
    },
  },
  {
    name: 'inbox-settings',
    open: async (page, { address }) => {
      await changeAnswer(page, 'notice.get', (setting) => ({
        ...setting,
        ...{ open: { wecom: true, subscribe: true, email: true, texts: true }, credits: 3 },
      }))
      await page.goto(address('inboxSettings', {}, 'referrer'))
      await button(page, /^邀请短信/).waitFor()
    },
  },
  {
    name: 'inbox-settings-saved',
    open: async (page, { address }) => {
      await page.goto(address('inboxSettings', {}, 'candidate'))
      await mouse.press(button(page, /^每周一句进展/))
      await see(page, '已保存')
    },
  },
  {
    name: 'inbox-settings-hours',
    open: async (page, { address }) => {
      await page.goto(address('inboxSettings', {}, 'candidate'))
      await mouse.press(button(page, /^从/))
      await see(page, '从几点开始')
    },
  },
]
