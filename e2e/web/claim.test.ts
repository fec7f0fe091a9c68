import { openCase } from './people/recruiter'
import { openReferral } from './people/referrer'
import { askWhy } from './people/visitor'
import { addressIn } from './support/addresses'
import { applied } from './support/calls'
import { DESK, PHONE, type Guest } from './support/guests'
import { mouse, touch } from './support/hands'
import { button, field, screenText, see } from './support/look'
import { COLLEAGUE, colleagueIn } from './support/own-shares'
import { openWorld } from './support/world'

jest.setTimeout(60_000)

const world = openWorld()

const CANDIDATE = { phone: '13912345821', name: '令狐晴' }
const CLAIM = '其实是苏嘉禾先推荐我的，去年十二月'
const REASON = '两人的聊天记录对得上'

let candidate: Guest
let former: Guest
let recruiter: Guest
let applicationId: string

beforeAll(async () => {
  const { token, applicationId: id } = await applied(world.server, CANDIDATE)
  applicationId = id
  candidate = await world.guests.invite(PHONE, addressIn(world.server, 'timeline', { id }, token))
  former = await world.guests.invite(PHONE, world.server.links.referrer)
  recruiter = await world.guests.invite(DESK, world.server.links.recruiter)
})

/** Everything the former owner has read or could have. */
const reachedFormer = async () => (await screenText(former.page)) + (await former.heard())

it('the candidate says that it was somebody else, and the referrer learns nothing of it', async () => {
  await openReferral(touch, former.page, CANDIDATE.name)
  const { page } = candidate
  await see(page, '林晓 · 前端平台部')
  await askWhy(touch, page, /^你在 \d+ 月 \d+ 日接受了林晓的邀请/)
  await touch.press(button(page, '推荐我的是另一位同事'))
  await touch.write(field(page, '告诉 HR'), CLAIM)
  await touch.press(button(page, '交给 HR 核对'))
  await see(page, '已交给 HR')
  await touch.press(button(page, '知道了'))
  await see(page, `你说明是别人推荐的：「${CLAIM}」`)
  await see(former.page, '归你所有')
  expect(await reachedFormer()).not.toContain('另一位同事')
})

it('a recruiter reads the claim and decides for another colleague, with a reason', async () => {
  const { page } = recruiter
  await openCase(mouse, page, CANDIDATE.name)
  await see(page, `${CANDIDATE.name}说推荐人是另一位同事`)
  await see(page, `“${CLAIM}”`)
  await mouse.press(button(page, '改为…'))
  await mouse.write(field(page, '改归哪位同事'), COLLEAGUE.name)
  await mouse.press(button(page, new RegExp(`^${COLLEAGUE.name}`)))
  await mouse.write(field(page, '理由（必填，只有招聘同事看得到）'), REASON)
  await mouse.press(button(page, `改归${COLLEAGUE.name}所有`))
  await see(page, new RegExp(`^已裁定：归${COLLEAGUE.name}所有`))
})

it('the screens of both change by themselves', async () => {
  await see(candidate.page, `${COLLEAGUE.name} · ${COLLEAGUE.department}`)
  await see(candidate.page, `HR 核实后，内推人是${COLLEAGUE.name}`)
  await see(former.page, '已调整')
  await askWhy(touch, former.page, '归属已调整，不再记在你名下')
})

it('the colleague finds it among their own', async () => {
  const session = await colleagueIn(world.server)
  const { page, leave } = await world.guests.invite(PHONE, addressIn(world.server, 'home', {}, session))
  await openReferral(touch, page, CANDIDATE.name)
  await askWhy(touch, page, 'HR 核实后，这次推荐记在你名下')
  await leave()
})

it('the former owner never reads who has it now, nor the claim, nor the reason', async () => {
  const { page } = former
  for (const route of ['progress', 'home', 'sharesList'] as const) {
    await page.goto(addressIn(world.server, route, {}))
    await page.reload()
    await see(page, route === 'sharesList' ? '我的内推码' : '进行中')
    expect(await screenText(page)).not.toContain(COLLEAGUE.name)
  }
  await page.goto(addressIn(world.server, 'timeline', { id: applicationId }))
  await see(page, '已调整')
  const reached = await reachedFormer()
  for (const secret of [COLLEAGUE.name, CLAIM, REASON]) expect(reached).not.toContain(secret)
})

it('nobody but recruiters reads the reason', async () => {
  expect(await candidate.heard()).not.toContain(REASON)
})
