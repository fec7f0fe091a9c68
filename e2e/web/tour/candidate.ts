import { mouse } from '../support/hands'
import { button, field, see } from '../support/look'
import { makeResume } from '../support/resume'
import { NO_NETWORK } from '../support/troubles'
import type { Screen } from './screen'

export const CANDIDATE: Screen[] = [
  {
    name: 'candidate-home',
    open: async (page, { address }) => {
      await page.goto(address('home', {}, 'candidate'))
      await see(page, '这个号码不在员工名册上')
    },
  },
  {
    name: 'candidate-progress',
    open: async (page, { address }) => {
      await page.goto(address('progress', {}, 'candidate'))
      await button(page, /^高级前端工程师/).waitFor()
    },
  },
  {
    name: 'candidate-progress-empty',
    open: async (page, { address }) => {
      await page.goto(address('progress', {}, 'newcomer'))
      await see(page, '还没有投递')
    },
  },
  {
    name: 'candidate-progress-invited',
    open: async (page, { address }) => {
      await page.goto(address('progress', {}, 'invited'))
      await see(page, '等你答复的邀请')
    },
  },
  {
    name: 'candidate-timeline',
    open: async (page, { address, applicationId }) => {
      await page.goto(address('timeline', { id: applicationId }, 'candidate'))
      await see(page, '林晓 · 前端平台部')
    },
  },
  {
    name: 'candidate-timeline-why',
    open: async (page, { address, applicationId }) => {
      await page.goto(address('timeline', { id: applicationId }, 'candidate'))
      await mouse.press(button(page, '为什么记在这里'))
      await see(page, /推荐我的是另一位同事|没有内推人/)
    },
  },
  {
    name: 'candidate-timeline-withdraw',
    open: async (page, { address, applicationId }) => {
      await page.goto(address('timeline', { id: applicationId }, 'candidate'))
      await mouse.press(button(page, '撤回投递'))
      await see(page, '撤回这次投递？')
    },
  },
  {
    name: 'candidate-timeline-offline',
    says: NO_NETWORK,
    open: async (page, { address, applicationId }) => {
      await page.goto(address('timeline', { id: applicationId }, 'candidate'))
      await see(page, '林晓 · 前端平台部')
      await page.context().setOffline(true)
      await see(page, /^暂时连不上，显示的是/)
    },
  },
  {
    name: 'candidate-other-invitation',
    open: async (page, { address, tokens }) => {
      await page.goto(address('invitation', { token: tokens.open }, 'candidate'))
      await button(page, '换成收到邀请的号码').waitFor()
    },
  },
  {
    name: 'candidate-apply',
    open: async (page, { address, tokens }) => {
      await page.goto(address('apply', { token: tokens.accepted }, 'invited'))
      const choosing = page.waitForEvent('filechooser')
      await mouse.press(button(page, '选择文件'))
      await (await choosing).setFiles(await makeResume('我的简历.pdf'))
      await see(page, '已上传')
      await mouse.press(button(page, '投递'))
      await see(page, /请填写姓名/)
    },
  },
  {
    name: 'candidate-apply-in-general',
    open: async (page, { address, tokens }) => {
      await page.goto(address('apply', { token: tokens.general }, 'invited'))
      await mouse.press(button(page, /^投递职位/))
      await see(page, '选择职位')
    },
  },
  {
    name: 'candidate-prove',
    open: async (page, { address }) => {
      await page.goto(address('prove', {}, 'newcomer'))
      await mouse.write(field(page, '手机号'), '13912345769')
      await mouse.press(button(page, '获取验证码'))
      await field(page, '验证码').waitFor()
    },
  },
  {
    name: 'candidate-me',
    open: async (page, { address }) => {
      await page.goto(address('me', {}, 'candidate'))
      await see(page, '候选人')
    },
  },
  {
    name: 'candidate-me-erase',
    open: async (page, { address }) => {
      await page.goto(address('me', {}, 'candidate'))
      await mouse.press(button(page, /^删除我的信息/))
      await see(page, '会留下')
    },
  },
  {
    name: 'candidate-me-erased',
    open: async (page, { address }) => {
      await page.goto(address('me', {}, 'leaving'))
      await mouse.press(button(page, /^删除我的信息/))
      await mouse.press(page.getByRole('dialog').getByRole('button', { name: '删除我的信息' }))
      await mouse.press(button(page, '确认删除'))
      await see(page, '你的信息已经删除')
    },
  },
]
