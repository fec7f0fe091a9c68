import { STAGE_TEXTS } from '@/domain/stage-texts'
import { accept, apply, applyThrough, askForCode, enterCode, withdraw } from './people/candidate'
import { fetchResume, openCase, reject } from './people/recruiter'
import { chooseJob, closeSentSheet, openReferral, sendInvitation } from './people/referrer'
import { codeSentTo, linkSentTo } from './people/texts'
import { CASTS, MOVES } from './support/casts'
import { expectNobodyIn } from './support/dump'
import type { Guest } from './support/guests'
import { keyboard } from './support/hands'
import { field, heading, screenText, see } from './support/look'
import { makeResume } from './support/resume'
import { refusedCall } from './support/troubles'
import { leaveMark, moveWatched, openBeside } from './support/watching'
import { openWorld } from './support/world'

jest.setTimeout(90_000)

const world = openWorld()
const making = makeResume()

describe.each(CASTS)('the main job with $hand.name', ({ hand, candidates: [first, second, third] }) => {
  let referrer: Guest
  let candidate: Guest
  let recruiter: Guest

  beforeAll(async () => {
    referrer = await world.guests.invite(hand.browser, world.server.links.referrer)
    candidate = await world.guests.invite(hand.browser)
    recruiter = await world.guests.invite(hand.browser)
  })

  afterAll(() => Promise.all([referrer, candidate, recruiter].map((guest) => guest.leave())))

  const bothOpen = (name: string) => openBeside(hand, world.server, { referrer, recruiter }, name)

  it('sends an invitation for a chosen job and shows its source', async () => {
    const { page } = referrer
    await chooseJob(hand, page, '高级前端工程师')
    await sendInvitation(hand, page, first.phone)
    await see(page, '来源编号')
    await see(page, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    await see(page, '林晓 · 前端平台部')
    await see(page, /已交给短信通道|后送达/)
    await closeSentSheet(hand, page)
  })

  it('shows whoever opens the link who invites, and of the number the last two digits', async () => {
    const { page } = candidate
    await page.goto(await linkSentTo(world.server, first.phone))
    await heading(page, '林晓 邀请你看看这个机会').waitFor()
    await heading(page, '高级前端工程师').waitFor()
    await see(page, `尾号 ${first.phone.slice(-2)}`)
    const shown = (await screenText(page)) + (await candidate.heard())
    expect(shown).not.toContain(first.phone.slice(0, 3) + '****')
    expect(shown).not.toContain(first.phone.slice(-4))
  })

  it('lets a wrong code cost one try and nothing else', async () => {
    const { page } = candidate
    await accept(hand, page)
    await askForCode(hand, page, first.phone)
    const code = await codeSentTo(world.server, first.phone)
    await enterCode(hand, page, code === '000000' ? '000001' : '000000')
    await see(page, '验证码不对，还可以试 4 次')
    candidate.troubles.expect(refusedCall('session.verify', 400))
    expect((await field(page, '手机号').inputValue()).replace(/\s/g, '')).toBe(first.phone)
    await enterCode(hand, page, code)
    await field(page, '姓名').waitFor()
  })

  it('takes an application with a name, a real PDF and a note', async () => {
    const { page } = candidate
    await apply(hand, page, { ...first, resume: await making })
    await heading(page, '高级前端工程师').waitFor()
    await see(page, first.note)
  })

  it('gives the recruiter the application and the very same PDF', async () => {
    const { page } = recruiter
    await page.goto(world.server.links.recruiter)
    await openCase(hand, page, first.name)
    await see(page, new RegExp(first.note))
    expect((await fetchResume(hand, page)).equals((await making).buffer)).toBe(true)
  })

  it('shows each of four moves on both open timelines within 3 s, without a reload', async () => {
    await openReferral(hand, referrer.page, first.name)
    const unmarked = await Promise.all([candidate, referrer].map(({ page }) => leaveMark(page)))
    for (const move of MOVES) {
      expect(await moveWatched(hand, move, { recruiter, candidate, referrer })).toBeLessThanOrEqual(3_000)
    }
    for (const { page } of [candidate, referrer])
      for (const step of ['已投递', '初筛通过', '用人部门评估通过', '面试通过', '沟通 Offer'])
        await see(page, step)
    expect(await Promise.all(unmarked.map((isStillThere) => isStillThere()))).toEqual([true, true])
  })

  it('keeps internal notes and the other side’s words away from candidate and referrer', async () => {
    const [heard, heardToo] = await Promise.all([candidate.heard(), referrer.heard()])
    for (const move of MOVES) {
      expect(heard + heardToo).not.toContain(move.note)
      expect(heard).not.toContain(move.referrer)
      expect(heardToo).not.toContain(move.candidate)
    }
    expect(heardToo).not.toContain(first.note)
  })

  it('sends the next invitations for the job used last with eleven digits and one tap each', async () => {
    const { page } = referrer
    await page.goto(world.server.links.referrer)
    await see(page, /高级前端工程师 · 上海/)
    for (const { phone } of [second, third]) {
      await sendInvitation(hand, page, phone)
      await closeSentSheet(hand, page)
    }
  })

  // Tab by Tab it would take as long again and show nothing new.
  if (hand === keyboard) return

  it('ends kindly for both sides when the recruiter rejects', async () => {
    const other = await world.guests.invite(hand.browser)
    await applyThrough(world.server, { hand, page: other.page }, { ...second, resume: await making })
    await bothOpen(second.name)
    await reject(hand, recruiter.page)
    await see(other.page, STAGE_TEXTS.rejected.candidate)
    await see(referrer.page, STAGE_TEXTS.rejected.referrer)
    for (const guest of [other, referrer]) await see(guest.page, '未通过')
    await other.leave()
  })

  it('tells referrer and recruiter when a candidate withdraws', async () => {
    const other = await world.guests.invite(hand.browser)
    await applyThrough(world.server, { hand, page: other.page }, { ...third, resume: await making })
    await bothOpen(third.name)
    await withdraw(hand, other.page)
    await see(referrer.page, 'TA 决定不继续了')
    await see(recruiter.page, /候选人刚刚更新了这条进度，现在是「候选人放弃」/)
    await other.leave()
  })
})

it('leaves no number in any table or log, and in the logs no name of a candidate', async () => {
  await expectNobodyIn(
    world.server,
    CASTS.flatMap(({ candidates }) => candidates),
  )
})
