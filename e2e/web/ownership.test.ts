import { candidateAt, DEMO_CANDIDATE } from '@/cloud/local/demo/candidates'
import { SEND } from './people/referrer'
import { addressIn } from './support/addresses'
import { call } from './support/calls'
import { DESK, PHONE, type Guest } from './support/guests'
import { keyboard, touch } from './support/hands'
import { button, field, see } from './support/look'
import { openWorld } from './support/world'

jest.setTimeout(60_000)

const world = openWorld()
const CLAIM = '推荐我的其实是后端的王海涛'
const TAKEN = 'TA 已在流程中或受保护，暂时不能推荐'

describe('a candidate who says that it was somebody else', () => {
  let applicationId: string
  let candidate: Guest
  let referrer: Guest

  beforeAll(async () => {
    const session = world.server.tokenOf('candidate')
    const { items } = await call(world.server, 'progress.list', { as: 'candidate' }, session)
    applicationId = items[0]?.id ?? ''
    const at = (role: 'candidate' | 'referrer') =>
      addressIn(world.server, 'timeline', { id: applicationId }, world.server.tokenOf(role))
    candidate = await world.guests.invite(PHONE, at('candidate'))
    referrer = await world.guests.invite(PHONE, at('referrer'))
  })
  afterAll(() => Promise.all([candidate, referrer].map((guest) => guest.leave())))

  it('reads why it is as it is, says so, and is told what comes next', async () => {
    const { page } = candidate
    await touch.press(button(page, '为什么记在这里'))
    await see(page, /接受了林晓的邀请/)
    await touch.press(button(page, '推荐我的是另一位同事'))
    await touch.write(field(page, '告诉 HR'), CLAIM)
    await touch.press(button(page, '交给 HR 核对'))
    await see(page, /结论.*会写在/)
    await touch.press(button(page, '知道了'))
    await see(page, new RegExp(CLAIM))
    expect(await button(page, '推荐我的是另一位同事').count()).toBe(0)
  })

  it('is heard at the desk, where it is decided with nothing but the keyboard', async () => {
    const address = addressIn(world.server, 'recruiterList', {}, world.server.tokenOf('recruiter'))
    const { page, leave } = await world.guests.invite(DESK, address)
    await keyboard.press(button(page, '待裁定 1 ›'))
    await button(page, /周宁说推荐人是另一位同事/).waitFor()
    await see(page, '待裁定：推荐归谁')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await keyboard.write(field(page, '改归哪位同事'), '王海')
    await button(page, /^王海涛/).waitFor()
    await page.keyboard.press('Enter')
    await keyboard.write(field(page, '理由（必填，只有招聘同事看得到）'), '有聊天记录为证')
    await keyboard.press(button(page, '改归王海涛所有'))
    await see(page, /^已裁定：归王海涛所有/)
    await see(page, '没有待裁定的归属')
    await leave()
  })

  it('reads the decision, and who had it reads that they have it no more and not who has it', async () => {
    await see(candidate.page, '王海涛 · 后端基础部')
    await see(candidate.page, 'HR 核实后，内推人是王海涛')
    await see(referrer.page, '已调整')
    await touch.press(button(referrer.page, '为什么记在这里'))
    await see(referrer.page, '归属已调整，不再记在你名下')
    expect(await referrer.heard()).not.toContain('王海涛')
    for (const guest of [candidate, referrer]) expect(await guest.heard()).not.toContain('有聊天记录为证')
  })
})

it('says of a number in process at once that it is taken, and nothing of whose it is', async () => {
  const address = addressIn(world.server, 'home', {}, world.server.tokenOf('referrer'))
  const { page, heard, leave } = await world.guests.invite(PHONE, address)
  await touch.write(field(page, 'TA 的手机号'), candidateAt(DEMO_CANDIDATE).phone.slice(3))
  await button(page, TAKEN).waitFor()
  expect(await field(page, 'TA 的手机号').getAttribute('aria-invalid')).toBe('true')
  expect(await button(page, TAKEN).getAttribute('aria-disabled')).toBe('true')
  expect(await heard()).toMatch(/\{"ok":true,"data":\{"answer":"taken","left":\d+\}\}/)
  await touch.write(field(page, 'TA 的手机号'), '13912345799')
  await button(page, SEND).waitFor()
  await leave()
})
