import sql from 'sql-template-tag'
import { dispatch } from '@/cloud/dispatch'
import { wechatKey } from '@/cloud/secrets'
import { addDays } from '@/domain/shanghai'
import {
  freshPhone,
  MONDAY,
  openCompany,
  requestId,
  type Colleague,
  type Company,
  type Somebody,
} from '@/testing/company'
import { freshVisitor, openedBy, proves, type Way } from '@/testing/opening'
import { callerCte } from './caller'
import { openDatabase } from './database'
import { touchesOf } from './touch'

let company: Company
let referrer: Colleague
let minutes: number

beforeAll(async () => {
  company = await openCompany()
  referrer = await company.colleague()
})
afterAll(() => company.close())
beforeEach(() => {
  minutes = 0
  company.at(MONDAY)
})

/** Every step is two minutes after the one before: a number gets one code a minute. */
const step = () => company.at(new Date(MONDAY.getTime() + (minutes += 2) * 60_000))

let names = 0
async function share(): Promise<{ id: string; token: string }> {
  const name = `群 ${++names}`
  const input = { requestId: requestId(), channel: 'card' as const, jobId: null, name, title: null }
  return (await company.must(referrer, 'share.create', input)).share
}

async function opens(token: string, way: Way): Promise<void> {
  step()
  expect(await openedBy(company, token, way)).toMatchObject({ ok: true })
}

async function provesIn(visitor: string, phone: string = freshPhone()): Promise<Somebody> {
  step()
  return proves(company, phone, visitor)
}

async function sharesTouchedBy(who: Somebody): Promise<string[]> {
  const rows = await company.service.db.rows<{ share_id: string }>(sql`with ${callerCte(company.context(who))}
    select t.share_id from (${touchesOf()}) as t order by t.at`)
  return rows.map((row) => row.share_id)
}

it('is a person’s once they prove a number in the browser where it happened, with its share and its day', async () => {
  const [first, second] = [await share(), await share()]
  const visitor = freshVisitor()
  await opens(first.token, { visitor })
  const person = await provesIn(visitor)
  await opens(second.token, { visitor, who: person })
  expect(await sharesTouchedBy(person)).toEqual([first.id, second.id])
  const [row] = await company.service.db.rows(sql`with ${callerCte(company.context(person))}
    select t.* from (${touchesOf()}) as t order by t.at limit 1`)
  const at = new Date(MONDAY.getTime() + 2 * 60_000)
  expect(row).toEqual({ share_id: first.id, referrer_id: referrer.id, channel: 'card', at })
})

it('is nobody’s for who has no number, and never another visitor’s', async () => {
  const { token } = await share()
  await opens(token, { visitor: freshVisitor() })
  const person = await provesIn(freshVisitor())
  expect(await sharesTouchedBy(person)).toEqual([])
  expect(await sharesTouchedBy({ ...person, loginKey: 'web:nobody' })).toEqual([])
})

it('belongs to whoever proved a number next in the same browser, and to nobody after them', async () => {
  const [mine, theirs] = [await share(), await share()]
  const visitor = freshVisitor()
  await opens(mine.token, { visitor })
  const first = await provesIn(visitor)
  await opens(theirs.token, { visitor })
  const second = await provesIn(visitor)
  expect(await sharesTouchedBy(first)).toEqual([mine.id])
  expect(await sharesTouchedBy(second)).toEqual([theirs.id])
})

it('follows somebody who proves the same number in two browsers, twice on one day', async () => {
  const [laptop, phone, later] = [await share(), await share(), await share()]
  const [first, second] = [freshVisitor(), freshVisitor()]
  const number = freshPhone()
  await opens(laptop.token, { visitor: first })
  await opens(phone.token, { visitor: second })
  await provesIn(first, number)
  await provesIn(second, number)
  await opens(later.token, { visitor: first })
  const person = await provesIn(first, number)
  expect(await sharesTouchedBy(person)).toEqual([laptop.id, phone.id, later.id])
})

it('is theirs too when the browser has marked them only after they proved the number', async () => {
  const [before, after] = [await share(), await share()]
  const visitor = freshVisitor()
  const person = await company.person()
  await opens(before.token, { visitor })
  expect(await sharesTouchedBy(person)).toEqual([])
  await opens(after.token, { visitor, who: person })
  await opens(after.token, { visitor, who: person })
  expect(await sharesTouchedBy(person)).toEqual([before.id, after.id])
  const hash = company.service.secrets.visitorHash('web', visitor)
  const proofs = await company.service.db.rows(sql`select 1 from visitor_proof where visitor = ${hash}`)
  expect(proofs).toHaveLength(1)
})

it('is theirs in WeChat once WeChat confirms their number', async () => {
  const [early, late] = [await share(), await share()]
  const openid = 'oZhouNing'
  await opens(early.token, { openid })
  step()
  const phone = freshPhone()
  const wechat = { ...company.context(null), openid, loginKey: wechatKey(openid) }
  const input = { requestId: requestId(), code: `local:${phone}` }
  expect(await dispatch('me.bindPhone', input, wechat)).toMatchObject({ ok: true })
  await opens(late.token, { openid })
  expect(await sharesTouchedBy({ id: '', phone, loginKey: wechatKey(openid) })).toEqual([early.id, late.id])
})

it('stays although its share has ended and years have passed: what counts is for the policy to say', async () => {
  const { id, token } = await share()
  const visitor = freshVisitor()
  await opens(token, { visitor })
  await company.must(referrer, 'share.end', { requestId: requestId(), id })
  company.at(addDays(MONDAY, 400))
  const person = await proves(company, freshPhone(), visitor)
  expect(await sharesTouchedBy(person)).toEqual([id])
})

it('is found by index, whoever else has touched', async () => {
  const one = openDatabase(company.url, { max: 1, onIdleError: () => undefined })
  await one.rows(sql`set enable_seqscan = off`)
  const plan = await one.rows<{ 'QUERY PLAN': string }>(sql`explain
    with ${callerCte(company.context(await company.person()))} select * from (${touchesOf()}) as t`)
  await one.close()
  const text = plan.map((row) => row['QUERY PLAN']).join('\n')
  expect(text).toMatch(/touch_person/)
  expect(text).toMatch(/touch_visitor/)
  expect(text).not.toMatch(/Seq Scan on (touch|visitor_proof)/)
})
