import { mouse } from '../support/hands'
import { button, see } from '../support/look'
import type { Screen } from './screen'

export const RECRUITER: Screen[] = [
  {
    name: 'recruiter-me',
    open: async (page, { address }) => {
      await page.goto(address('me', {}, 'recruiter'))
      await button(page, /^招聘工作台/).waitFor()
    },
  },
  {
    name: 'recruiter-list',
    open: async (page, { address }) => {
      await page.goto(address('recruiterList', {}, 'recruiter'))
      await see(page, /推荐 · /)
    },
  },
  {
    name: 'recruiter-list-ended',
    open: async (page, { address }) => {
      await page.goto(address('recruiterList', { filter: 'ended' }, 'recruiter'))
      await see(page, /推荐 · /)
    },
  },
  {
    name: 'recruiter-case',
    open: async (page, { address, applicationId }) => {
      await page.goto(address('recruiterDetail', { id: applicationId }, 'recruiter'))
      await button(page, /打开简历/).waitFor()
      await mouse.press(button(page, /^显示完整号码/))
      await see(page, '已记录这次查看')
    },
  },
  {
    name: 'recruiter-case-back',
    open: async (page, { address, applicationId }) => {
      await page.goto(address('recruiterDetail', { id: applicationId }, 'recruiter'))
      await mouse.press(button(page, /^退回到前面的阶段/))
      await mouse.press(button(page, '初筛'))
      await see(page, /为什么退回/)
    },
  },
  {
    name: 'recruiter-case-reject',
    open: async (page, { address, applicationId }) => {
      await page.goto(address('recruiterDetail', { id: applicationId }, 'recruiter'))
      await mouse.press(button(page, '未通过'))
      await mouse.press(button(page, '结束为未通过，并告诉双方'))
      await see(page, '结束为未通过，并告诉双方？')
    },
  },
  {
    name: 'recruiter-case-missing',
    says: /api\/(progress\.get|application\.explain)/,
    open: async (page, { address }) => {
      await page.goto(address('recruiterDetail', { id: 'nothing' }, 'recruiter'))
      await see(page, '没有找到这条推荐')
    },
  },
]
