import { readdirSync } from 'node:fs'
import path from 'node:path'
import sql from 'sql-template-tag'
import { people } from '@/cloud/local/demo/people'
import { applyThrough } from './people/candidate'
import { linkSentTo } from './people/texts'
import { addressIn } from './support/addresses'
import { call, invite } from './support/calls'
import { readTables, rowsOf } from './support/database'
import { expectNobodyIn } from './support/dump'
import { DESK, PHONE, type Guest } from './support/guests'
import { mouse, touch } from './support/hands'
import { button, see } from './support/look'
import { makeResume } from './support/resume'
import { refusedCall } from './support/troubles'
import { openWorld } from './support/world'

jest.setTimeout(60_000)

const world = openWorld()

/** What statistics count, and erasing a person must not change. */
const countFacts = async () => {
  const [counts] = await rowsOf<Record<string, number>>(
    world.server,
    sql`select (select count(*) from invitation) as invitations, (select count(*) from application) as applications,
      (select count(*) from application where referrer_id is not null) as referred, (select count(*) from person) as people,
      (select count(*) from stage_event where to_stage <> 'withdrawn') as moves`,
  )
  return counts
}
const resumes = () => readdirSync(path.join(world.server.dataFolder, 'files', 'resumes'))

it('the demo data are on disk without a number that could be read', async () => {
  await expectNobodyIn(world.server, [])
  const tables = await readTables(world.server)
  expect(people.filter(({ name }) => !tables.includes(name))).toEqual([])
})

describe('a candidate who has all of it deleted', () => {
  const PERSON = { phone: '13912345751', name: '完颜若水', note: '请不要在工作时间打电话' }
  let candidate: Guest
  let filesBefore: string[]
  let factsBefore: Record<string, number> | undefined

  beforeAll(async () => {
    filesBefore = resumes()
    await invite(world.server, PERSON.phone)
    candidate = await world.guests.invite(PHONE)
    const resume = await makeResume(`${PERSON.name}.pdf`)
    await applyThrough(world.server, { hand: touch, page: candidate.page }, { ...PERSON, resume })
    factsBefore = await countFacts()
  })

  it('leaves number, name, words and file with nobody', async () => {
    const { page } = candidate
    expect(resumes()).toHaveLength(filesBefore.length + 1)
    expect(await readTables(world.server)).toContain(PERSON.name)

    await page.goto(`${world.server.url}/#/pages/me/index`)
    await touch.press(button(page, /^删除我的信息/))
    await touch.press(page.getByRole('dialog').getByRole('button', { name: '删除我的信息' }))
    await touch.press(button(page, '确认删除'))
    await see(page, '你的信息已经删除')
    await see(page, /涉及1 次投递、1 个简历文件/)
    await see(page, '还没有验证手机号')

    expect(resumes()).toEqual(filesBefore)
    const tables = await readTables(world.server)
    for (const gone of [PERSON.name, PERSON.note]) expect(tables).not.toContain(gone)
    expect((await world.server.outbox()).filter(({ to }) => to?.includes(PERSON.phone))).toEqual([])
    await expectNobodyIn(world.server, [PERSON])
  })

  it('still counts as an application that somebody referred', async () => {
    expect(await countFacts()).toEqual(factsBefore)
  })

  it('is seen by recruiter and referrer without a name and a number', async () => {
    const recruiter = await world.guests.invite(DESK, world.server.links.recruiter)
    await mouse.press(button(recruiter.page, /^已结束/))
    await mouse.press(button(recruiter.page, /^号码已删除/))
    await see(recruiter.page, '姓名已删除')
    const seen = (await recruiter.heard()) + (await candidate.page.content())
    expect(seen).not.toContain(PERSON.name)
    await recruiter.leave()
  })
})

describe('somebody who declines and wants the number gone', () => {
  const PHONE_NUMBER = '13912345752'

  it('needs the link and one confirmation, no login', async () => {
    const { id } = await invite(world.server, PHONE_NUMBER)
    const link = await linkSentTo(world.server, PHONE_NUMBER)
    const { page, troubles, leave } = await world.guests.invite(PHONE, link)
    await touch.press(button(page, '拒绝并删除我的号码'))
    await see(page, '删除你的号码？')
    await touch.press(button(page, '确认删除'))
    await see(page, '你的号码已经删除')

    const sent = await call(world.server, 'invitation.get', { id }, world.server.tokenOf('referrer'))
    expect(sent).toMatchObject({ status: 'declined', maskedPhone: null })
    expect((await world.server.outbox()).filter(({ to }) => to?.includes(PHONE_NUMBER))).toEqual([])
    const rows = sql`select phone_hash, phone_enc from invitation where id = ${id}`
    expect(await rowsOf(world.server, rows)).toEqual([{ phone_hash: null, phone_enc: null }])

    await page.goto(link)
    await see(page, '这份邀请已失效')
    troubles.expect(refusedCall('share.open', 410))
    await leave()
  })

  it('is seen by the referrer without the number', async () => {
    const { page, leave } = await world.guests.invite(PHONE)
    await page.goto(addressIn(world.server, 'progress', {}, world.server.tokenOf('referrer')))
    await touch.press(button(page, /^号码已删除/))
    await page.getByRole('dialog', { name: '邀请（号码已删除）' }).waitFor()
    await see(page, 'TA 暂时不看机会，谢谢你的推荐')
    await leave()
  })

  it('is found in no table and no log', async () => {
    await expectNobodyIn(world.server, [{ phone: PHONE_NUMBER, name: PHONE_NUMBER }])
  })
})
