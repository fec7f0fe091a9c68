import type { Page } from 'playwright-core'
import type { Output } from '@/services/cloud/face'
import { changeAnswer } from '../support/answers'
import { mouse } from '../support/hands'
import { button, see } from '../support/look'
import type { Screen } from './screen'

type Timeline = Output<'progress.get'>

const DAY_MS = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()
const tells = (page: Page, change: Partial<Timeline>) =>
  changeAnswer(page, 'progress.get', (timeline) => ({ ...timeline, ...change }))

const LATE: Partial<Timeline> = {
  dueAt: inDays(-9),
  nudge: { allowed: true, from: null, count: 1, lastAt: inDays(-7) },
  nudges: [{ at: inDays(-7), by: null, escalated: false }],
}

/** Who waits for whom: 催一下, 给我一点时间, and what a recruiter sees of both. */
export const PACE: Screen[] = [
  {
    name: 'referrer-nudge',
    open: async (page, { address, applicationId }) => {
      await tells(page, LATE)
      await page.goto(address('timeline', { id: applicationId }, 'referrer'))
      await see(page, /^会再提醒/)
    },
  },
  {
    name: 'referrer-nudge-ask',
    open: async (page, { address, applicationId }) => {
      await tells(page, LATE)
      await page.goto(address('timeline', { id: applicationId }, 'referrer'))
      await mouse.press(button(page, '催一下'))
      await see(page, /^催一下.+？$/)
    },
  },
  {
    name: 'referrer-nudged-twice',
    open: async (page, { address, applicationId }) => {
      const nudges = [7, 0].map((days) => ({ at: inDays(-days), by: null, escalated: days === 0 }))
      const nudge = { allowed: false, from: inDays(5), count: 2, lastAt: inDays(0) }
      await tells(page, { ...LATE, nudge, nudges })
      await page.goto(address('timeline', { id: applicationId }, 'referrer'))
      await see(page, /^你催了 2 次/)
    },
  },
  {
    name: 'referrer-paused',
    open: async (page, { address, applicationId }) => {
      await tells(page, { paused: { until: inDays(7), reason: null } })
      await page.goto(address('timeline', { id: applicationId }, 'referrer'))
      await see(page, /^TA 想先缓一缓/)
    },
  },
  {
    name: 'candidate-pause',
    open: async (page, { address, applicationId }) => {
      await page.goto(address('timeline', { id: applicationId }, 'candidate'))
      await mouse.press(button(page, '给我一点时间'))
      await mouse.press(button(page, '14 天'))
      await see(page, /^我们等你到/)
    },
  },
  {
    name: 'candidate-paused',
    open: async (page, { address, applicationId }) => {
      await tells(page, { paused: { until: inDays(7), reason: '手上的项目下周才交付' } })
      await page.goto(address('timeline', { id: applicationId }, 'candidate'))
      await button(page, '我准备好了').waitFor()
    },
  },
  {
    name: 'recruiter-case-waiting',
    open: async (page, { address, applicationId }) => {
      const nudges = [9, 4].map((days) => ({ at: inDays(-days), by: '林晓', escalated: days === 4 }))
      await tells(page, { paused: { until: inDays(7), reason: '手上的项目下周才交付' }, nudges })
      await page.goto(address('recruiterDetail', { id: applicationId }, 'recruiter'))
      await see(page, /^林晓催了 2 次/)
    },
  },
]
