import type { Page } from 'playwright-core'
import type { Output } from '@/services/cloud/face'
import { changeAnswer } from '../support/answers'
import { mouse } from '../support/hands'
import { button, field, see } from '../support/look'
import { claim } from './claim'
import type { Places } from './places'
import type { Screen } from './screen'

const SOLD = [1, 2, 3, 4, 5, 6].map((nth): Output<'share.suspicious'>['shares'][number] => ({
  ...{
    id: `share-${nth}`,
    channel: 'poster',
    name: `校招群 ${nth}`,
    referrer: { name: '王海涛', department: '后端基础部' },
  },
  ...{
    job: { id: 'job', title: '后端工程师（Go，交易方向）', city: '上海' },
    visitors: 120 * nth,
    applications: 8 * nth,
  },
  ...{ endorsed: 1, reports: nth % 2, lastAt: '2026-11-20T02:00:00.000Z' },
}))

async function openCase(page: Page, places: Places): Promise<void> {
  await claim(places)
  await page.goto(places.address('recruiterDetail', { id: places.applicationId }, 'recruiter'))
  await see(page, '待裁定：推荐归谁')
}

/** What recruiters decide about whose a referral is. Each screen brings about by itself what it needs. */
export const RULINGS: Screen[] = [
  {
    name: 'recruiter-claims',
    open: async (page, places) => {
      await claim(places)
      await page.goto(places.address('recruiterClaims', {}, 'recruiter'))
      await button(page, /推荐人是另一位同事/).waitFor()
    },
  },
  {
    name: 'recruiter-claims-empty',
    open: async (page, { address }) => {
      await changeAnswer(page, 'claim.list', () => ({ claims: [] }))
      await page.goto(address('recruiterClaims', {}, 'recruiter'))
      await see(page, '没有待裁定的归属')
    },
  },
  {
    name: 'recruiter-claim',
    open: async (page, places) => {
      await openCase(page, places)
      await mouse.press(button(page, '改为…'))
      await mouse.write(field(page, '改归哪位同事'), '王')
      await button(page, /^王/).waitFor()
    },
  },
  {
    name: 'recruiter-claim-chosen',
    open: async (page, places) => {
      await openCase(page, places)
      await mouse.press(button(page, '改为…'))
      await mouse.write(field(page, '改归哪位同事'), '王')
      await mouse.press(button(page, /^王/))
      await mouse.press(button(page, /^改归.*所有$/))
      await see(page, '请写明理由')
    },
  },
  {
    name: 'recruiter-transfer-jobs',
    open: async (page, places) => {
      await openCase(page, places)
      await mouse.press(button(page, '转到其他职位'))
      await field(page, '转到哪个职位').waitFor()
    },
  },
  {
    name: 'recruiter-transfer',
    open: async (page, places) => {
      await openCase(page, places)
      await mouse.press(button(page, '转到其他职位'))
      await mouse.press(page.getByRole('list', { name: '在招的职位' }).getByRole('button').first())
      await field(page, '告诉候选人').waitFor()
    },
  },
  {
    name: 'recruiter-shares',
    open: async (page, { address }) => {
      await changeAnswer(page, 'share.suspicious', ({ shares }) => ({
        shares: [...shares, ...SOLD],
      }))
      await page.goto(address('recruiterShares', {}, 'recruiter'))
      await see(page, /只有 1 份有背书/)
    },
  },
]
