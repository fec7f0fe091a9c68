import type { Page } from 'playwright-core'
import { pausedWords } from '@/domain/due'
import { newRequestId } from '@/services/cloud/request-id'
import { askForTime } from './people/candidate'
import { move, openCase } from './people/recruiter'
import { nudge } from './people/referrer'
import { addressIn } from './support/addresses'
import { applied, call, signIn } from './support/calls'
import { MOVES } from './support/casts'
import { DESK, PHONE, type Guest } from './support/guests'
import { mouse, touch } from './support/hands'
import { button, heading, screenText, see, words } from './support/look'
import { NO_NETWORK } from './support/troubles'
import { failForGood, happenedTo, makeLate, toldOf, unreadOf } from './support/waiting'
import { leaveMark, moveWatched } from './support/watching'
import { openWorld } from './support/world'

jest.setTimeout(90_000)

const world = openWorld()

const CANDIDATE = { phone: '13912345861', name: '慕容雪' }
const ADMIN = '13800138003'
const REASON = '手上的项目下周三才交付'
const REASON_OFFLINE = '在外地出差，信号不好'
const [SCREENING, REVIEW] = MOVES

let id: string
let token: string
let candidate: Guest
let referrer: Guest
let recruiter: Guest

beforeAll(async () => {
  const { server, guests } = world
  ;({ token, applicationId: id } = await applied(server, CANDIDATE))
  // At any hour of the day what is told is told at once.
  await call(server, 'notice.save', { requestId: newRequestId(), ...ANY_TIME }, server.tokenOf('recruiter'))
  candidate = await guests.invite(PHONE)
  await candidate.page.clock.install()
  await candidate.page.goto(addressIn(server, 'timeline', { id }, token))
  referrer = await guests.invite(PHONE, addressIn(server, 'timeline', { id }, server.tokenOf('referrer')))
  recruiter = await guests.invite(DESK, server.links.recruiter)
})

const ANY_TIME = {
  ...{ wecom: true, subscribe: true, email: true, texts: true, weekly: true },
  ...{ quietFrom: 0, quietTo: 0 },
}

/** As the cloud has it: until when the candidate is waited for, in words. */
async function pausedNow(): Promise<string> {
  const { paused } = await call(world.server, 'progress.get', { as: 'candidate', id }, token)
  return pausedWords(new Date(paused?.until ?? NaN))
}

/** Of the outbox page. */
type Entry = { state: string; about: { event: string } | null; body: string | null }

const firstInQueue = (page: Page) => page.getByRole('button', { name: /推荐 · / }).first()
const message = (page: Page, title: string) =>
  page.getByRole('button').filter({ hasText: title }).filter({ visible: true }).first()

it('a move of the recruiter is on both open screens within 3 s', async () => {
  if (!SCREENING) throw new Error('There is no first move')
  await see(referrer.page, '归你所有')
  await openCase(mouse, recruiter.page, CANDIDATE.name)
  const slower = await moveWatched(mouse, SCREENING, { recruiter, candidate, referrer })
  expect(slower).toBeLessThanOrEqual(3_000)
})

it('the referrer of a late one nudges, and the recruiter has it on top', async () => {
  await makeLate(world.server, id)
  await referrer.page.reload()
  await see(referrer.page, /^已超时 \d+ 个工作日$/)
  await nudge(touch, referrer.page)
  const first = firstInQueue(recruiter.page).filter({ hasText: CANDIDATE.name })
  await first.getByText('催', { exact: true }).waitFor()
  await see(recruiter.page, /^林晓在 .+ 催了一次$/)
})

it('the candidate asks for time: both see until when, and only the recruiter why', async () => {
  await askForTime(touch, candidate.page, 5, REASON)
  await see(candidate.page, '好，这 5 天不计时')
  const until = await pausedNow()
  for (const { page } of [candidate, referrer, recruiter]) await see(page, until)
  await see(referrer.page, 'TA 想先缓一缓，这段时间不计时')
  await see(recruiter.page, `候选人想缓一缓，到那天之前不计时：“${REASON}”`)
  expect((await screenText(referrer.page)) + (await referrer.heard())).not.toContain(REASON)
})

it('the candidate is ready again, and the clock goes on for both', async () => {
  const until = await pausedNow()
  await touch.press(button(candidate.page, '我准备好了'))
  for (const { page } of [candidate, referrer, recruiter])
    await words(page, until).waitFor({ state: 'hidden' })
  await see(referrer.page, /^已超时 \d+ 个工作日$/)
})

it('without a network for more than a minute nothing is lost, and nothing happens twice', async () => {
  if (!REVIEW) throw new Error('There is no second move')
  const { page, troubles } = candidate
  const isStillThere = await leaveMark(page)
  troubles.expect(NO_NETWORK)
  await page.context().setOffline(true)
  await see(page, '暂时连不上，显示的是刚刚的内容')
  await askForTime(touch, page, 2, REASON_OFFLINE)
  await see(page, '暂时连不上，恢复后会自动继续')
  await move(mouse, recruiter.page, REVIEW)
  // The words are told again twice a minute: now they must be right.
  await page.clock.runFor(91_000)
  await see(page, '暂时连不上，显示的是 1 分钟前的内容')

  await page.context().setOffline(false)
  await see(page, '好，这 2 天不计时')
  await see(page, REVIEW.candidate)
  await words(page, /^暂时连不上/).waitFor({ state: 'hidden' })
  expect(await isStillThere()).toBe(true)
  const until = await pausedNow()
  for (const guest of [candidate, referrer, recruiter]) await see(guest.page, until)
  await see(referrer.page, REVIEW.referrer)
  await see(recruiter.page, `候选人想缓一缓，到那天之前不计时：“${REASON_OFFLINE}”`)
})

it('everything that happened is stored once, and told once to whom it concerns', async () => {
  expect(await happenedTo(world.server, id)).toEqual({
    stages: ['applied', 'screening', 'review'],
    pauses: [
      { reason: REASON, over: true },
      { reason: REASON_OFFLINE, over: false },
    ],
    nudges: 1,
  })
  expect(await toldOf(world.server, id)).toEqual({
    ...{ 'applied candidate': 1, 'applied referrer': 1, 'applied recruiter': 1 },
    ...{ 'stage-moved candidate': 2, 'stage-moved referrer': 2, 'nudged recruiter': 1 },
    ...{ 'paused referrer': 2, 'paused recruiter': 2, 'resumed referrer': 1, 'resumed recruiter': 1 },
  })
  const reached = await referrer.heard()
  for (const reason of [REASON, REASON_OFFLINE]) expect(reached).not.toContain(reason)
})

it('an administrator sees what did not arrive, not of whom, and sends it again', async () => {
  await failForGood(world.server, id, 'nudged')
  const session = await signIn(world.server, ADMIN)
  const admin = await world.guests.invite(DESK, addressIn(world.server, 'recruiterDeliveries', {}, session))
  const { page } = admin
  await see(page, /^试了 8 次，企业微信都没有接收（60020）/)
  expect((await screenText(page)) + (await admin.heard())).not.toContain(CANDIDATE.name)
  await mouse.press(button(page, /^重发：催办，/))
  await see(page, '已重新排队，很快会发出')
  await page.waitForFunction(async (name) => {
    const entries = (await (await fetch('/outbox.json')).json()) as Entry[]
    return entries.some(
      ({ state, about, body }) => state === 'sent' && about?.event === 'nudged' && body?.includes(name),
    )
  }, CANDIDATE.name)
  await page.reload()
  await see(page, '没有送不到的提醒')
  await admin.leave()
})

it('the inbox of the recruiter leads to the case', async () => {
  const { page } = recruiter
  const before = await unreadOf(world.server, id, 'recruiter')
  await page.goto(addressIn(world.server, 'inboxList', {}))
  await mouse.press(message(page, '推荐人催了一下'))
  await heading(page, CANDIDATE.name).waitFor()
  await see(page, `候选人想缓一缓，到那天之前不计时：“${REASON_OFFLINE}”`)
  expect(await unreadOf(world.server, id, 'recruiter')).toBe(before - 1)
})

it('the candidate’s tab counts them, each leads to the timeline, and 全部已读 ends it', async () => {
  const { page } = candidate
  await page.goto(addressIn(world.server, 'me', {}))
  await page.locator('taro-tabbar .weui-badge').filter({ hasText: /^3$/ }).waitFor()
  await see(page, '3 条未读')
  await touch.press(button(page, /^消息/))
  await touch.press(message(page, '进展：用人部门评估'))
  await see(page, REVIEW?.candidate ?? '')
  await page.goBack()
  await see(page, '2 条未读')
  await touch.press(button(page, '全部已读'))
  await see(page, '都看过了')
  await page.reload()
  await see(page, '都看过了')
  expect(await unreadOf(world.server, id, 'candidate')).toBe(0)
})
