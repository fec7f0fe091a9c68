import { candidateAt, DEMO_CANDIDATE } from '@/cloud/local/demo/candidates'
import { newRequestId } from '@/services/cloud/request-id'
import { SEND } from './people/referrer'
import { addressIn } from './support/addresses'
import { call } from './support/calls'
import { DESK, PHONE } from './support/guests'
import { keyboard, touch } from './support/hands'
import { button, field, see } from './support/look'
import { openWorld } from './support/world'

jest.setTimeout(60_000)

const world = openWorld()
const TAKEN = 'TA 已在流程中或受保护，暂时不能推荐'

it('whose a referral is can be decided at the desk with nothing but the keyboard', async () => {
  const session = world.server.tokenOf('candidate')
  const { items } = await call(world.server, 'progress.list', { as: 'candidate' }, session)
  const claim = { requestId: newRequestId(), id: items[0]?.id ?? '', words: '推荐我的其实是后端的王海涛' }
  await call(world.server, 'application.claimSource', claim, session)

  const address = addressIn(world.server, 'recruiterList', {}, world.server.tokenOf('recruiter'))
  const { page, leave } = await world.guests.invite(DESK, address)
  await keyboard.press(button(page, '待裁定 1 ›'))
  await button(page, /周宁说推荐人是另一位同事/).waitFor()
  await see(page, '待裁定：推荐归谁')
  await page.keyboard.press('j')
  // To the first choice, 「维持」, and on to 「改为…」.
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

it('a number in process is said to be taken at once, and nothing of whose it is', async () => {
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
