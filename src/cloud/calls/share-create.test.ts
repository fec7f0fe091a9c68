import sql from 'sql-template-tag'
import { dispatch } from '@/cloud/dispatch'
import type { InputOf } from '@/contract/call'
import type { CallOf } from '@/contract/calls'
import type { OwnChannel } from '@/domain/own-share'
import { POLICY } from '@/domain/policy'
import { isReferralCode } from '@/domain/referral-code'
import { addDays } from '@/domain/shanghai'
import { MONDAY, openCompany, requestId, type Colleague, type Company } from '@/testing/company'
import { freshVisitor, openedBy } from '@/testing/opening'
import { newReferralCode } from '../secrets'

jest.mock('../secrets', () => {
  const actual = jest.requireActual<typeof import('../secrets')>('../secrets')
  return { ...actual, newReferralCode: jest.fn(actual.newReferralCode) }
})

type Input = InputOf<CallOf<'share.create'>>

let company: Company
let referrer: Colleague
let jobId: string

beforeAll(async () => {
  company = await openCompany()
  jobId = await company.job()
})
afterAll(() => company.close())
beforeEach(async () => {
  company.at(MONDAY)
  referrer = await company.colleague()
})

const wish = (channel: OwnChannel, more: Partial<Input> = {}): Input => ({
  ...{ requestId: requestId(), channel, jobId: channel === 'code' ? null : jobId, name: null, title: null },
  ...more,
})
const create = (input: Input, by = referrer) => company.must(by, 'share.create', input)
const count = async (condition: ReturnType<typeof sql>) =>
  (await company.service.db.one<{ n: number }>(sql`select count(*) as n from share where ${condition}`)).n

describe('share.create', () => {
  it.each(['card', 'poster', 'link'] as const)(
    'makes a %s with a token that fits every door',
    async (channel) => {
      const { share, already } = await create(wish(channel, { name: '校招群', title: '来和我做同事' }))
      expect(already).toBe(false)
      expect(share).toMatchObject({
        ...{ channel, name: '校招群', title: '来和我做同事', job: { id: jobId, city: '上海' }, code: null },
        ...{ link: `http://bole.test/i/${share.token}`, createdAt: MONDAY.toISOString() },
      })
      expect(share.token).toMatch(/^[A-Za-z0-9_-]{22}$/)
    },
  )

  it('makes one code for an employee, for all jobs, whatever is asked for', async () => {
    const { share } = await create(wish('code', { jobId, name: '群', title: '码' }))
    expect(share).toMatchObject({ job: null, name: null })
    expect(isReferralCode(share.code ?? '')).toBe(true)
    expect(await create(wish('code'))).toMatchObject({
      share: { id: share.id, code: share.code },
      already: true,
    })
  })

  it('gives the same share back for the same job and name, and keeps its title anew', async () => {
    const first = await create(wish('poster', { name: '朋友圈' }))
    expect(await create(wish('poster', { name: '朋友圈' }))).toEqual({ share: first.share, already: true })
    const retitled = await create(wish('poster', { name: '朋友圈', title: '我们组在招人' }))
    expect(retitled).toEqual({ share: { ...first.share, title: '我们组在招人' }, already: true })
    for (const other of [{ name: '校招群' }, { name: '朋友圈', jobId: null }, { name: null }]) {
      expect(await create(wish('poster', other))).toMatchObject({ already: false })
    }
    const somebody = await company.colleague()
    expect(await create(wish('poster', { name: '朋友圈' }), somebody)).toMatchObject({ already: false })
  })

  it('makes a new one once the old one was ended', async () => {
    const { share } = await create(wish('poster', { name: '朋友圈' }))
    await company.must(referrer, 'share.end', { requestId: requestId(), id: share.id })
    const again = await create(wish('poster', { name: '朋友圈' }))
    expect(again.already).toBe(false)
    expect(again.share.token).not.toBe(share.token)
  })

  it.each<[string, () => Promise<Partial<Input>>, string]>([
    ['a closed job', async () => ({ jobId: await company.job({ status: 'closed' }) }), 'job-closed'],
    ['a paused job', async () => ({ jobId: await company.job({ status: 'paused' }) }), 'job-closed'],
    ['an unknown job', async () => ({ jobId: '00000000-0000-7000-8000-000000000000' }), 'not-found'],
    ['a name that is too long', async () => ({ name: '一二三四五六七八九十一二三' }), 'bad-input'],
    ['a title that is too long', async () => ({ title: '字'.repeat(41) }), 'bad-input'],
    ['an invitation', async () => ({ channel: 'invite' as never }), 'bad-input'],
  ])('refuses %s', async (_what, more, code) => {
    expect(await company.call(referrer, 'share.create', wish('card', await more()))).toMatchObject({ code })
  })

  it('lets no intern refer under policy 1', async () => {
    const intern = await company.colleague({ intern: true })
    for (const call of ['share.create', 'share.renew'] as const) {
      const input = call === 'share.create' ? wish('code') : { requestId: requestId() }
      expect(await dispatch(call, input, company.context(intern))).toMatchObject({
        code: 'intern-may-not-refer',
      })
    }
  })

  it('has WeChat look at the words that others will read', async () => {
    const wechat = { ...company.context(referrer), openid: 'oLinXiao' }
    const { share } = await create(wish('card'))
    for (const bad of [{ name: '违规示例' }, { title: '违规示例' }]) {
      expect(await dispatch('share.create', wish('card', bad), wechat)).toMatchObject({
        code: 'text-refused',
      })
    }
    expect(await create(wish('card'))).toEqual({ share, already: true })
  })
})

describe('how many a day', () => {
  it.each(Object.entries(POLICY.sharesADay))(
    '%s: %i, then it says when it goes on',
    async (channel, limit) => {
      const make = (n: number) => wish(channel as OwnChannel, { name: `第 ${n} 个` })
      company.at(new Date('2026-11-23T22:30:00+08:00'))
      for (let n = 1; n <= limit; n++) {
        if (channel !== 'code') await create(make(n))
        else await company.must(referrer, 'share.renew', { requestId: requestId() })
      }
      const over = channel === 'code' ? 'share.renew' : 'share.create'
      const input = channel === 'code' ? { requestId: requestId() } : make(limit + 1)
      expect(await dispatch(over, input, company.context(referrer))).toMatchObject({
        code: 'rate-limited',
        retryAfter: 90 * 60,
      })
      // What stands is given back on a full day too, and the next day is a new one.
      expect(await create(channel === 'code' ? wish('code') : make(1))).toMatchObject({ already: true })
      company.at(new Date('2026-11-24T00:00:00+08:00'))
      expect(await dispatch(over, input, company.context(referrer))).toMatchObject({ ok: true })
    },
  )

  it('holds when more are asked for at once', async () => {
    const replies = await Promise.all(
      Array.from({ length: 25 }, (_, n) =>
        company.call(referrer, 'share.create', wish('poster', { name: `群 ${n}` })),
      ),
    )
    expect(replies.filter((reply) => reply.ok)).toHaveLength(POLICY.sharesADay.poster)
    expect(new Set(replies.flatMap((reply) => (reply.ok ? [] : [reply.code])))).toEqual(
      new Set(['rate-limited']),
    )
    expect(await count(sql`referrer_id = ${referrer.id}`)).toBe(POLICY.sharesADay.poster)
  })
})

describe('the same request sent 20 times at once', () => {
  const twenty = <T>(run: () => Promise<T>) => Promise.all(Array.from({ length: 20 }, run))
  const different = (replies: unknown[]) => new Set(replies.map((reply) => JSON.stringify(reply))).size

  it.each(['card', 'code'] as const)('makes one %s and 20 equal answers', async (channel) => {
    const input = wish(channel)
    const replies = await twenty(() => company.call(referrer, 'share.create', input))
    expect(replies[0]).toMatchObject({ ok: true, data: { already: false } })
    expect(different(replies)).toBe(1)
    expect(await count(sql`referrer_id = ${referrer.id}`)).toBe(1)
  })

  it('makes one of 20 different requests for the same thing', async () => {
    const replies = await twenty(() => company.call(referrer, 'share.create', wish('link')))
    expect(replies.filter((reply) => !reply.ok)).toEqual([])
    expect(replies.filter((reply) => reply.ok && !reply.data.already)).toHaveLength(1)
    expect(await count(sql`referrer_id = ${referrer.id}`)).toBe(1)
  })

  it('renews the code once', async () => {
    await create(wish('code'))
    const input = { requestId: requestId() }
    const replies = await twenty(() => company.call(referrer, 'share.renew', input))
    expect(replies[0]).toMatchObject({ ok: true })
    expect(different(replies)).toBe(1)
    expect(await count(sql`referrer_id = ${referrer.id}`)).toBe(2)
    expect(await count(sql`referrer_id = ${referrer.id} and ended_at is null`)).toBe(1)
  })

  it('gives the first answer to the last that fits into the day', async () => {
    for (let n = 1; n < POLICY.sharesADay.poster; n++) await create(wish('poster', { name: `群 ${n}` }))
    const input = wish('poster', { name: '最后一个' })
    const replies = await twenty(() => company.call(referrer, 'share.create', input))
    expect(different(replies)).toBe(1)
    expect(replies[0]).toMatchObject({ ok: true })
  })
})

describe('a code', () => {
  it.each<[string, (code: string) => string]>([
    ['as it is', (code) => code],
    ['in lower case', (code) => code.toLowerCase()],
    ['with spaces and a dash', (code) => ` ${code.slice(0, 4)} - ${code.slice(4)} `],
    [
      'in full width',
      (code) => code.replace(/./g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ],
    ['with words around it', (code) => `我的内推码：${code}`],
    ['with look-alikes', (code) => code.replace(/Q/g, '0').replace(/7/g, '1').replace(/2/g, 'Z')],
  ])('typed %s finds its share', async (_how, typed) => {
    const { share } = await create(wish('code'))
    expect(await company.must(null, 'share.findCode', { code: typed(share.code ?? '') })).toEqual({
      token: share.token,
    })
  })

  it.each(['AAAAAAAA', '你好', '1', 'x'.repeat(60)])('%j finds nothing', async (code) => {
    expect(await company.call(null, 'share.findCode', { code })).toMatchObject({ code: 'share-unknown' })
  })

  it('that was renewed is over for whoever comes now, and the new one works', async () => {
    const old = await create(wish('code'))
    const visitor = freshVisitor()
    expect(await openedBy(company, old.share.token, { visitor })).toMatchObject({ ok: true })
    company.at(addDays(MONDAY, 1))
    const { share } = await company.must(referrer, 'share.renew', { requestId: requestId() })
    expect(share.code).not.toBe(old.share.code)

    expect(await openedBy(company, old.share.token, { visitor })).toMatchObject({ code: 'share-ended' })
    expect(await company.call(null, 'share.findCode', { code: old.share.code ?? '' })).toMatchObject({
      code: 'share-ended',
    })
    expect(await openedBy(company, share.token, { visitor })).toMatchObject({ ok: true })
    // Who came by the old one before stays.
    const touched = sql`id in (select share_id from touch) and id = ${old.share.id}`
    expect(await count(touched)).toBe(1)
  })

  it('is never two people’s, also after it has ended: chance is asked again', async () => {
    const { share } = await create(wish('code'))
    await company.must(referrer, 'share.end', { requestId: requestId(), id: share.id })
    jest.mocked(newReferralCode).mockReturnValueOnce(share.code ?? '')
    const other = await create(wish('code'), await company.colleague())
    expect(other).toMatchObject({ already: false })
    expect(other.share.code).not.toBe(share.code)
  })
})

describe('share.end', () => {
  it('ends a share once, and says when', async () => {
    const { share } = await create(wish('link'))
    const first = await company.must(referrer, 'share.end', { requestId: requestId(), id: share.id })
    expect(first).toEqual({ endedAt: MONDAY.toISOString() })
    company.at(addDays(MONDAY, 1))
    expect(await company.must(referrer, 'share.end', { requestId: requestId(), id: share.id })).toEqual(first)
  })

  it('is for its own referrer only, and not for what came with an invitation', async () => {
    const { share } = await create(wish('link'))
    const other = await company.colleague()
    const input = { requestId: requestId(), id: share.id }
    expect(await company.call(other, 'share.end', input)).toMatchObject({ code: 'not-found' })
    const { invitation } = await company.must(referrer, 'invitation.send', {
      ...{ requestId: requestId(), phone: '13912345678', jobId, relation: null, line: null, consent: true },
    })
    const { id } = await company.service.db.one<{ id: string }>(
      sql`select id from share where token = ${invitation.token}`,
    )
    expect(await company.call(referrer, 'share.end', { requestId: requestId(), id })).toMatchObject({
      code: 'not-found',
    })
  })
})
