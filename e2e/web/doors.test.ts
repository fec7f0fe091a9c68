import sql from 'sql-template-tag'
import { apply, proveNumber } from './people/candidate'
import { openReferral } from './people/referrer'
import { makeLink, openShares, readCode, renewCode } from './people/sharer'
import { applyFromJob, applyFromLanding, askWhy, idShown, typeCode } from './people/visitor'
import { addressIn } from './support/addresses'
import { invite } from './support/calls'
import { rowsOf } from './support/database'
import { expectNobodyIn } from './support/dump'
import { DESK, PHONE, type Guest } from './support/guests'
import { mouse, touch } from './support/hands'
import { button, heading, screenText, see } from './support/look'
import { COLLEAGUE, colleagueIn, makeShare, ownerOf } from './support/own-shares'
import { makeResume } from './support/resume'
import { refusedCall } from './support/troubles'
import { openWorld } from './support/world'

jest.setTimeout(60_000)

const world = openWorld()
const making = makeResume()

const JOB = '高级前端工程师'
const BY_CODE = { phone: '13912345811', name: '钟离安', note: '朋友念给我的码' }
const BY_LINK = { phone: '13912345812', name: '公孙珏', note: '在帖子里看到的链接' }
const BY_NUMBER = { phone: '13912345813', name: '东方朔', note: '自己打开的' }
const BY_TOUCH = { phone: '13912345814', name: '闻人语', note: '先看了海报' }

let referrer: Guest

beforeAll(async () => {
  referrer = await world.guests.invite(DESK)
})

/** What the colleague who is credited reads about it. */
async function seenByReferrer(name: string, why: RegExp): Promise<void> {
  const { page } = referrer
  await page.goto(world.server.links.referrer)
  await openReferral(mouse, page, name)
  await askWhy(mouse, page, why)
}

describe('a spoken code', () => {
  /** Half of its signs look like others. */
  const CODE = 'Q7HM2K8U'
  const AS_HEARD = ' o1hm zkbv'

  it('is understood in lower case, with spaces and look-alikes, and leads to its owner', async () => {
    await rowsOf(
      world.server,
      sql`update share set code = ${CODE} from person p, employee e
        where share.referrer_id = p.id and p.phone_hash = e.phone_hash and e.name = '林晓' and share.code is not null`,
    )
    await openShares(referrer.page, world.server, world.server.tokenOf('referrer'))
    expect(await readCode(referrer.page)).toBe('Q7HM-2K8U')

    const { page, leave } = await world.guests.invite(PHONE, world.server.url)
    await touch.press(button(page, /^有内推码？/))
    await typeCode(touch, page, AS_HEARD)
    await heading(page, /^林晓 推荐/).waitFor()
    await see(page, '来自 TA 的内推码')
    await touch.press(button(page, new RegExp(`^${JOB}`)))
    await heading(page, '做什么').waitFor()
    const id = await applyFromJob(world.server, { hand: touch, page }, { ...BY_CODE, resume: await making })
    expect(await ownerOf(world.server, id)).toBe('林晓')
    await askWhy(touch, page, /^你从林晓的内推码进来投递/)
    await seenByReferrer(BY_CODE.name, /^TA 从你的内推码进来投递/)
    await leave()
  })

  it('says once it is renewed that it has ended, and the new one leads on', async () => {
    const [old] = await rowsOf<{ token: string }>(
      world.server,
      sql`select token from share where code = ${CODE}`,
    )
    await openShares(referrer.page, world.server, world.server.tokenOf('referrer'))
    await renewCode(mouse, referrer.page)
    const fresh = await readCode(referrer.page)

    const jobs = addressIn(world.server, 'jobs', {})
    const { page, troubles, leave } = await world.guests.invite(PHONE, jobs)
    await touch.press(button(page, /^有内推码？/))
    await typeCode(touch, page, CODE)
    await see(page, '这个内推码已经停用，请向推荐你的同事要新的')
    troubles.expect(refusedCall('share.findCode', 410))

    await page.goto(`${world.server.url}/i/${old?.token}`)
    await see(page, '这份邀请已失效')
    troubles.expect(refusedCall('share.open', 410))
    await heading(page, '在招职位').waitFor()
    await button(page, new RegExp(`^${JOB}`)).waitFor()
    await heading(page, '谁告诉你的？').waitFor()
    await typeCode(touch, page, fresh.toLowerCase().replace('-', ' '))
    await heading(page, /^林晓 推荐/).waitFor()
    await leave()
  })
})

it('a copied link on a desktop leads to its owner', async () => {
  await openShares(referrer.page, world.server, world.server.tokenOf('referrer'))
  const link = await makeLink(mouse, referrer.page, { name: '技术论坛', job: JOB })
  const { page, leave } = await world.guests.invite(DESK, link)
  await heading(page, '林晓 推荐这个职位').waitFor()
  await see(page, '来自 TA 分享的链接')
  const id = await applyFromLanding(world.server, { hand: mouse, page }, { ...BY_LINK, resume: await making })
  expect(await ownerOf(world.server, id)).toBe('林晓')
  await askWhy(mouse, page, /^你从林晓的链接进来投递/)
  await seenByReferrer(BY_LINK.name, /^TA 从你的链接进来投递/)
  await leave()
})

it('somebody who opens Bole by its name and proves the invited number meets the invitation', async () => {
  await invite(world.server, BY_NUMBER.phone)
  const { page, leave } = await world.guests.invite(PHONE, world.server.url)
  await touch.press(button(page, '验证手机号'))
  await proveNumber(touch, page, BY_NUMBER.phone, world.server)
  await touch.press(button(page, '有 1 份邀请在等你答复'))
  await touch.press(button(page, new RegExp(`^林晓 邀请你看看${JOB}`)))
  await touch.press(button(page, '接受邀请并投递'))
  await apply(touch, page, { ...BY_NUMBER, resume: await making })
  expect(await ownerOf(world.server, idShown(page))).toBe('林晓')
  await askWhy(touch, page, /^你在 \d+ 月 \d+ 日接受了林晓的邀请/)
  await seenByReferrer(BY_NUMBER.name, /^TA 在 \d+ 月 \d+ 日接受了你的邀请/)
  await leave()
})

describe('somebody who applies from the list of jobs', () => {
  it('belongs to whose poster they saw first, and no referrer reads of another one', async () => {
    const poster = await makeShare(world.server, world.server.tokenOf('referrer'), {
      channel: 'poster',
      name: '电梯口',
    })
    const second = await makeShare(world.server, await colleagueIn(world.server), { channel: 'link' })
    const { page, leave } = await world.guests.invite(PHONE, poster.link)
    await heading(page, /^林晓 推荐/).waitFor()
    await page.goto(second.link)
    await heading(page, new RegExp(`^${COLLEAGUE.name} 推荐`)).waitFor()

    await page.goto(addressIn(world.server, 'jobs', {}))
    await touch.press(button(page, new RegExp(`^${JOB}`)))
    const id = await applyFromJob(world.server, { hand: touch, page }, { ...BY_TOUCH, resume: await making })
    expect(await ownerOf(world.server, id)).toBe('林晓')
    await askWhy(touch, page, /^你在 \d+ 月 \d+ 日打开了林晓的海报，早于苏嘉禾的链接（当天 \d+:\d+）。$/)
    await see(page, '投递前 90 天内，最先打开的分享算数。')

    await seenByReferrer(BY_TOUCH.name, /^TA 在 \d+ 月 \d+ 日打开了你的海报。$/)
    expect((await screenText(referrer.page)) + (await referrer.heard())).not.toContain(COLLEAGUE.name)
    await leave()
  })
})

describe('a share that leads nowhere', () => {
  const DEAD: [what: string, words: string, status: number, make: () => Promise<string>][] = [
    ['cut off', '这个链接打不开，可能不完整', 404, async () => (await makeOne()).token.slice(0, -1)],
    ['of nobody', '这个链接打不开，可能不完整', 404, async () => 'kQ3vT8mXz1LpWc5RbN7yQ2'],
    ['that its owner has ended', '这份邀请已失效', 410, endedOne],
  ]
  const makeOne = () =>
    makeShare(world.server, world.server.tokenOf('referrer'), { channel: 'poster', name: '过期的' })
  async function endedOne(): Promise<string> {
    const { id, token } = await makeOne()
    await rowsOf(world.server, sql`update share set ended_at = now() where id = ${id}`)
    return token
  }

  it.each(DEAD)('%s says so, shows open jobs and asks who told', async (_what, said, status, make) => {
    const { page, troubles, leave } = await world.guests.invite(
      PHONE,
      `${world.server.url}/i/${await make()}`,
    )
    await see(page, said)
    troubles.expect(refusedCall('share.open', status))
    await heading(page, '谁告诉你的？').waitFor()
    await heading(page, '在招职位').waitFor()
    await button(page, new RegExp(`^${JOB}`)).waitFor()
    await leave()
  })
})

it('leaves no number in any table or log', async () => {
  await expectNobodyIn(world.server, [BY_CODE, BY_LINK, BY_NUMBER, BY_TOUCH])
})
