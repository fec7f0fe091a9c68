import sql from 'sql-template-tag'
import { newRequestId } from '@/services/cloud/request-id'
import { linkSentTo } from './people/texts'
import { addressIn } from './support/addresses'
import { ask, call, invite, signIn } from './support/calls'
import { rowsOf } from './support/database'
import { DESK, PHONE, type Guest } from './support/guests'
import { touch } from './support/hands'
import { button, heading, screenText, see } from './support/look'
import { refusedCall } from './support/troubles'
import { openWorld } from './support/world'

jest.setTimeout(60_000)

const world = openWorld()
const UNKNOWN = '这个链接打不开，可能不完整'
const ENDED = '这份邀请已失效'

describe('a link that leads nowhere', () => {
  const invited = async (phone: string) => (await invite(world.server, phone)).token

  const DEAD: [what: string, words: string, status: number, make: () => Promise<string>][] = [
    ['cut off', UNKNOWN, 404, async () => (await invited('13912345741')).slice(0, -3)],
    ['of somewhere else', UNKNOWN, 404, async () => 'kQ3vT8mXz1LpWc5RbN7y'],
    ['with signs no token has', UNKNOWN, 404, async () => encodeURIComponent('<b>a b</b>/?#%')],
    ['far too long', UNKNOWN, 404, async () => 'x'.repeat(3_000)],
    [
      'of an invitation that was taken back',
      ENDED,
      410,
      async () => {
        const { id, token } = await invite(world.server, '13912345742')
        const input = { requestId: newRequestId(), id }
        await call(world.server, 'invitation.revoke', input, world.server.tokenOf('referrer'))
        return token
      },
    ],
    [
      'of an invitation that has expired',
      ENDED,
      410,
      async () => {
        const { id, token } = await invite(world.server, '13912345743')
        await rowsOf(
          world.server,
          sql`update invitation set expires_at = now() - interval '1 minute' where id = ${id}`,
        )
        return token
      },
    ],
  ]

  let visitor: Guest

  beforeAll(async () => {
    visitor = await world.guests.invite(PHONE)
  })
  afterAll(() => visitor.leave())

  it.each(DEAD)('%s says so and shows open jobs', async (_what, said, status, make) => {
    const { page, troubles } = visitor
    await page.goto(`${world.server.url}/i/${await make()}`)
    await see(page, said)
    troubles.expect(refusedCall('share.open', status))
    await heading(page, '在招职位').waitFor()
    await touch.press(button(page, /^高级前端工程师/))
    await heading(page, '高级前端工程师').waitFor()
  })

  it('without any token says so as well', async () => {
    const { page } = visitor
    await page.goto('about:blank')
    await page.goto(`${world.server.url}/#/pages/invitation/index`)
    await see(page, UNKNOWN)
    await heading(page, '在招职位').waitFor()
  })
})

describe('a forwarded invitation', () => {
  const PHONES = { addressee: '13912345746', other: '13912345789' }

  it('shows somebody with another number two digits at most, and lets nobody else accept', async () => {
    const { id } = await invite(world.server, PHONES.addressee)
    const session = await signIn(world.server, PHONES.other)
    const other = await world.guests.invite(PHONE)
    const { page } = other
    await page.goto(addressIn(world.server, 'me', {}, session))
    await see(page, '139****5789')
    await page.goto(await linkSentTo(world.server, PHONES.addressee))
    await see(page, /这份邀请是发给尾号 46 的号码的，和你验证过的不是同一个/)

    expect(await button(page, /接受邀请|继续投递/).count()).toBe(0)
    await touch.press(button(page, '换成收到邀请的号码'))
    await heading(page, '验证手机号').first().waitFor()
    expect((await screenText(page)) + (await other.heard())).not.toMatch(/139\*{4}5746|5746/)
    const answer = await ask(world.server, 'invitation.accept', { requestId: newRequestId(), id }, session)
    expect(answer).toMatchObject({ ok: false, code: 'not-found' })
    await other.leave()
  })
})

it.each([
  ['an unknown page', '/#/pages/nowhere/index'],
  ['an unknown page of the recruiters', '/#/recruiter/nowhere/index?id=1'],
  ['an address without a page', '/nowhere'],
])('%s leads home', async (_what, address) => {
  const { page, leave } = await world.guests.invite(DESK, world.server.url + address)
  await heading(page, '把合适的人，推荐给星河科技').waitFor()
  await leave()
})
