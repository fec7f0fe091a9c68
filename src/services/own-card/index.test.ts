import type { Me } from '@/contract/calls/me'
import { SHARE_TITLE_LIMIT } from '@/domain/own-share'
import { call } from '../cloud/call'
import { neutralCard } from '../invitation-card'
import { cardShare, cardTitle, jobCard, ownCard, ownCardLater } from '.'

jest.mock('../cloud/call')

const calls = jest.mocked(call)
const lin = { company: '星河科技', employee: { name: '林晓', mayRefer: true } } as Me
const job = { id: 'j', title: '数据分析师', city: '杭州' }
const share = { id: 'c', channel: 'card', name: null, title: null, job, token: 't' }
const answers = (replies: Record<string, unknown>) =>
  calls.mockReset().mockImplementation((name) => Promise.resolve(replies[name]) as ReturnType<typeof call>)
const list = (...shares: object[]) => ({ ok: true, data: { shares } })

describe('a card of mine', () => {
  it.each([
    [job, '林晓推荐你看看星河科技的数据分析师 · 杭州'],
    [null, '林晓推荐你看看星河科技在招的职位'],
  ])('is titled after its job, without amount or candidate', (about, title) => {
    expect(cardTitle(about, lin)).toBe(title)
  })

  it('has a title that the cloud takes, however long the job’s is', () => {
    expect(cardTitle({ ...job, title: '工程师'.repeat(30) }, lin)).toHaveLength(SHARE_TITLE_LIMIT)
  })

  it('opens the landing page with its token, under the title I gave it', () => {
    const card = ownCard({ token: 't', title: '来和我做收银台', job }, lin, 'wxfile://card')
    const path = '/pages/invitation/index?token=t'
    expect(card).toEqual({ title: '来和我做收银台', path, imageUrl: 'wxfile://card' })
  })
})

it('keeps the share that somebody came by when they forward a job', () => {
  expect(jobCard(job, lin, 't').path).toBe('/pages/job/index?id=j&token=t')
  expect(jobCard(job, lin).path).toBe('/pages/job/index?id=j')
})

describe('the share behind a card', () => {
  it('is the one there is for that job, not another one', async () => {
    const others = [
      { ...share, id: 'poster', channel: 'poster' },
      { ...share, id: 'all', job: null },
    ]
    answers({ 'share.list': list(...others, share) })
    expect(await cardShare('j')).toMatchObject({ data: { share: { id: 'c' } } })
    expect(await cardShare(null)).toMatchObject({ data: { share: { id: 'all' } } })
    expect(calls).not.toHaveBeenCalledWith('share.create', expect.anything())
  })

  it('is made where there is none', async () => {
    answers({ 'share.list': list(), 'share.create': { ok: true, data: { share, already: false } } })
    expect(await cardShare('j', 'request-1')).toMatchObject({ data: { share } })
    const wish = { channel: 'card', jobId: 'j', name: null, title: null }
    expect(calls).toHaveBeenCalledWith('share.create', { requestId: 'request-1', ...wish })
  })
})

describe('WeChat’s own menu', () => {
  const now = neutralCard(lin)

  it('gets my card as soon as its token is there', async () => {
    answers({ 'share.list': list(share) })
    const card = ownCardLater(job, lin, now)
    expect(card).toMatchObject(now)
    expect((await card.later)?.path).toBe('/pages/invitation/index?token=t')
  })

  it.each([
    ['a visitor', { ...lin, employee: null }],
    ['somebody who may not refer', { ...lin, employee: { name: '林晓', mayRefer: false } } as Me],
    ['nobody known yet', null],
  ])('asks for no card of %s', (_who, me) => {
    answers({})
    expect(ownCardLater(job, me, now)).toBe(now)
    expect(calls).not.toHaveBeenCalled()
  })

  it('keeps the card without a source when there is no token to be had', async () => {
    answers({ 'share.list': { ok: false, code: 'internal', message: '' } })
    expect(await ownCardLater(job, lin, now).later).toEqual(now)
  })
})
