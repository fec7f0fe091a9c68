import { move, openCase } from './people/recruiter'
import { SEND } from './people/referrer'
import { textsTo } from './people/texts'
import { addressIn } from './support/addresses'
import { applied, call } from './support/calls'
import { DESK, PHONE } from './support/guests'
import { mouse, touch } from './support/hands'
import { button, field, see, words } from './support/look'
import { BREAKS } from './support/network'
import { NO_NETWORK } from './support/troubles'
import { leaveMark } from './support/watching'
import { openWorld } from './support/world'

jest.setTimeout(60_000)

const world = openWorld()

const offlineBar = /^暂时连不上，显示的是/

describe('a timeline that is open while the network is away for a minute', () => {
  it.each([
    { seat: 'candidate', phone: '13912345711', name: '海宁', before: '我们收到了，会认真看完你的资料。' },
    { seat: 'referrer', phone: '13912345712', name: '洛宁', before: 'TA 已投递，来源记在你名下。' },
  ] as const)('tells the $seat how old it is, and afterwards what has happened', async (person) => {
    const { token, applicationId: id } = await applied(world.server, person)
    const session = person.seat === 'candidate' ? token : world.server.tokenOf('referrer')
    const watcher = await world.guests.invite(PHONE)
    const { page } = watcher
    await page.clock.install()
    await page.goto(addressIn(world.server, 'timeline', { id }, session))
    await see(page, person.before)
    const isStillThere = await leaveMark(page)

    watcher.troubles.expect(NO_NETWORK)
    await page.context().setOffline(true)
    await see(page, '暂时连不上，显示的是刚刚的内容')
    await page.clock.fastForward(61_000)
    await see(page, '暂时连不上，显示的是 1 分钟前的内容')
    await see(page, person.before)

    const recruiter = await world.guests.invite(DESK, world.server.links.recruiter)
    await openCase(mouse, recruiter.page, person.name)
    const texts = { candidate: '写给候选人：有进展了', referrer: '写给内推人：有进展了' }
    await move(mouse, recruiter.page, { deed: '推进到初筛', ...texts, note: '断网时写的' })

    await page.context().setOffline(false)
    await see(page, texts[person.seat])
    await words(page, offlineBar).waitFor({ state: 'hidden' })
    expect(await isStillThere()).toBe(true)
    await Promise.all([watcher, recruiter].map((guest) => guest.leave()))
  })
})

describe('an invitation', () => {
  const asReferrer = { as: 'referrer', filter: 'all' } as const
  const countInvitations = async () =>
    (await call(world.server, 'progress.list', asReferrer, world.server.tokenOf('referrer'))).counts.all

  it.each(BREAKS.map((one, index) => ({ ...one, phone: `1391234572${index}` })))(
    'sent $name is kept, tried again and made once',
    async ({ phone, line, breakFirst }) => {
      const before = await countInvitations()
      const { page, troubles, leave } = await world.guests.invite(PHONE, world.server.links.referrer)
      await touch.write(field(page, 'TA 的手机号'), phone)
      troubles.expect(line)
      const mend = await breakFirst(page, 'invitation.send')
      await touch.press(button(page, SEND))
      await see(page, '暂时连不上，内容已保留，会自动重试')
      await button(page, '等待网络，连上就发出').waitFor()
      await mend()

      await page.getByRole('dialog', { name: '邀请已生成' }).waitFor()
      expect(await countInvitations()).toBe(before + 1)
      expect(await textsTo(world.server, phone)).toHaveLength(1)
      await leave()
    },
  )
})
