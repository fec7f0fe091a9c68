import sql from 'sql-template-tag'
import type { Phone } from '@/domain/phone'
import { addDays } from '@/domain/shanghai'
import { freshPhone, MONDAY, openCompany, requestId, type Company } from '@/testing/company'
import { dispatch } from '../dispatch'
import { templateSetting } from '../delivery/settings'
import { wechatKey } from '../secrets'

let company: Company

beforeAll(async () => {
  company = await openCompany()
})
afterAll(() => company.close())
afterEach(() => company.service.db.rows(sql`delete from refusal`))

const templatesOf = async (who: Parameters<Company['must']>[0]) =>
  (await company.must(who, 'me.get', {})).templates

it('names the templates of the company, for whoever may tap', async () => {
  const known = [...company.service.config.templates].map(([key, { id }]) => ({ key, id, always: null }))
  expect(known.length).toBeGreaterThan(0)
  expect(await templatesOf(await company.person())).toEqual(known)
  expect(await templatesOf(null)).toEqual(known)
})

it('leaves out a template that WeChat refuses as it is configured, and not one that was changed since, or refused long ago', async () => {
  const { db, config } = company.service
  const setting = templateSetting(config, 'progress')
  await db.rows(
    sql`insert into refusal (what, setting, reason, at) values ('progress', ${setting}, '40037', ${MONDAY})`,
  )
  expect((await templatesOf(null)).map(({ key }) => key)).not.toContain('progress')
  await db.rows(sql`update refusal set setting = 'of before'`)
  expect((await templatesOf(null)).map(({ key }) => key)).toContain('progress')
  await db.rows(sql`update refusal set setting = ${setting}, at = ${addDays(MONDAY, -1)}`)
  expect((await templatesOf(null)).map(({ key }) => key)).toContain('progress')
})

it('says what WeChat answers by itself from now on', async () => {
  const candidate = await company.person()
  const answers = [
    { template: 'progress', answer: 'accept', always: true },
    { template: 'answer', answer: 'accept', always: false },
  ]
  const subscribed = await dispatch(
    'notice.subscribed',
    { requestId: 'req-subscribed', answers },
    { ...company.context(candidate), openid: 'openid-of-a-candidate' },
  )
  expect(subscribed).toMatchObject({ ok: true })
  const always = new Map((await templatesOf(candidate)).map(({ key, always }) => [key, always]))
  expect(always.get('progress')).toBe('accept')
  expect(always.get('answer')).toBeNull()
})

it('leaves nothing to be told in a WeChat that has moved on to another number', async () => {
  const openid = 'oMovedOn'
  const wechat = { ...company.context(null), openid, loginKey: wechatKey(openid) }
  const proves = (phone: Phone) =>
    dispatch('me.bindPhone', { requestId: requestId(), code: `local:${phone}` }, wechat)
  const [before, after] = [freshPhone(), freshPhone()]
  const openidOf = (phone: Phone) =>
    company.service.db.one(
      sql`select openid from person where phone_hash = ${company.service.secrets.phoneHash(phone)}`,
    )
  for (const phone of [before, after, after]) expect(await proves(phone)).toMatchObject({ ok: true })
  expect(await openidOf(before)).toEqual({ openid: null })
  expect(await openidOf(after)).toEqual({ openid })
})

it('costs one statement', async () => {
  const candidate = await company.person()
  const before = company.service.db.statements
  await company.must(candidate, 'me.get', {})
  expect(company.service.db.statements - before).toBe(1)
})
