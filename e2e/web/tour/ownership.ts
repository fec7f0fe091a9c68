import type { Page } from 'playwright-core'
import { candidateAt, DEMO_CANDIDATE } from '@/cloud/local/demo/candidates'
import { changeAnswer } from '../support/answers'
import { mouse } from '../support/hands'
import { button, field, see } from '../support/look'
import { refusedCall } from '../support/troubles'
import { claim } from './claim'
import type { Places } from './places'
import type { Screen } from './screen'

const WHY = '为什么记在这里'

async function openWhy(page: Page, places: Places, who: 'candidate' | 'referrer'): Promise<void> {
  await page.goto(places.address('timeline', { id: places.applicationId }, who))
  await mouse.press(button(page, WHY))
}

/** Whose a referral is, for those whom it is about. Each screen brings about by itself what it needs. */
export const OWNERSHIP: Screen[] = [
  {
    name: 'candidate-claim',
    open: async (page, places) => {
      await openWhy(page, places, 'candidate')
      await mouse.press(button(page, '推荐我的是另一位同事'))
      await mouse.press(button(page, '交给 HR 核对'))
      await see(page, '请写几句经过，HR 才好核对')
    },
  },
  {
    name: 'candidate-claimed',
    open: async (page, places) => {
      await claim(places)
      await openWhy(page, places, 'candidate')
      await see(page, /你说明是别人推荐的/)
    },
  },
  {
    name: 'referrer-why',
    open: async (page, places) => {
      await openWhy(page, places, 'referrer')
      await button(page, '我有异议').waitFor()
    },
  },
  {
    name: 'referrer-objection',
    open: async (page, places) => {
      await openWhy(page, places, 'referrer')
      await mouse.press(button(page, '我有异议'))
      await mouse.write(field(page, '你认为应该怎样，为什么'), '我 11 月初先发了邀请')
    },
  },
  {
    name: 'referrer-invitation-objection',
    open: async (page, { address }) => {
      await page.goto(address('progress', {}, 'referrer'))
      await mouse.press(button(page, /^等待回应/))
      await mouse.press(button(page, /等待打开|已打开/))
      await mouse.press(button(page, /^对归属有疑问/))
      await button(page, '提交异议').waitFor()
    },
  },
  {
    name: 'referrer-progress-again',
    open: async (page, { address }) => {
      await changeAnswer(page, 'progress.list', ({ items: [first, second, ...rest], ...data }) => ({
        ...data,
        items: [
          ...(first
            ? [{ ...first, kind: 'application' as const, stage: 'withdrawn' as const, again: true }]
            : []),
          ...(second
            ? [{ ...second, kind: 'application' as const, stage: 'review' as const, mine: false }]
            : []),
          ...rest,
        ],
      }))
      await page.goto(address('progress', {}, 'referrer'))
      await see(page, '保护期已结束，可再次推荐')
      await see(page, '归属已调整')
    },
  },
  {
    name: 'referrer-home-taken',
    open: async (page, { address }) => {
      // The demo candidate's own number, which is in process.
      await page.goto(address('home', {}, 'referrer'))
      await mouse.write(field(page, 'TA 的手机号'), candidateAt(DEMO_CANDIDATE).phone.slice(3))
      await button(page, 'TA 已在流程中或受保护，暂时不能推荐').waitFor()
    },
  },
  {
    name: 'referrer-home-own-number',
    says: refusedCall('invitation.check', 409),
    open: async (page, { address }) => {
      await page.goto(address('home', {}, 'referrer'))
      await mouse.write(field(page, 'TA 的手机号'), '13800138001')
      await see(page, '这是你自己的号码，不能推荐自己')
    },
  },
]
