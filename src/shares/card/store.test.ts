import type { CallName } from '@/contract/calls'
import { call } from '@/services/cloud/call'
import { makeCardPicture } from '@/services/picture'
import { makeCardPage } from './store'

jest.mock('@/services/cloud/call')
jest.mock('@/services/picture', () => ({ makeCardPicture: jest.fn() }))

const calls = jest.mocked(call)
const job = { id: 'j', title: '数据分析师', city: '杭州', takesReferrals: true }
const card = {
  id: 'c',
  channel: 'card',
  name: null,
  title: null,
  job,
  token: 't',
  link: 'https://bole.example/i/t',
}
const failure = (code: string) => ({ ok: false, code, message: '' })
let replies: Partial<Record<CallName, unknown>>
const sent = () => calls.mock.calls.filter(([name]) => name === 'share.create').map(([, input]) => input)

beforeEach(() => {
  replies = {
    'job.get': { ok: true, data: job },
    'job.list': { ok: true, data: { jobs: [job] } },
    'share.list': { ok: true, data: { shares: [] } },
    'share.create': { ok: true, data: { share: card, already: false } },
  }
  calls.mockReset().mockImplementation((name) => Promise.resolve(replies[name]) as ReturnType<typeof call>)
  jest.mocked(makeCardPicture).mockReset()
})

async function loaded(jobId: string | null = 'j') {
  const store = makeCardPage(jobId)
  await store.getState().load()
  return store
}

describe('a card', () => {
  it('has its token before it can be forwarded', async () => {
    expect((await loaded()).getState().phase).toMatchObject({ name: 'ready', share: { token: 't' } })
    expect(sent()).toEqual([
      { requestId: expect.any(String) as string, channel: 'card', jobId: 'j', name: null, title: null },
    ])
  })

  it('that is there already is taken, with the title it was given', async () => {
    const titled = { ...card, title: '来和我做收银台' }
    replies['share.list'] = { ok: true, data: { shares: [{ ...card, id: 'other', job: null }, titled] } }
    const store = await loaded()
    expect(store.getState()).toMatchObject({ phase: { share: titled }, title: '来和我做收银台' })
    expect(sent()).toEqual([])
  })

  it('of all jobs names the open ones on its picture', async () => {
    replies['share.create'] = { ok: true, data: { share: { ...card, job: null }, already: false } }
    jest.mocked(makeCardPicture).mockResolvedValue({ path: 'blob:card', width: 500, height: 400 })
    const store = await loaded(null)
    await store.getState().draw('星河科技')
    expect(makeCardPicture).toHaveBeenCalledWith({
      company: '星河科技',
      job: null,
      jobTitles: ['数据分析师'],
    })
    expect(store.getState().picture).toBe('blob:card')
  })

  it('goes without a picture of its own where none can be drawn', async () => {
    jest.mocked(makeCardPicture).mockRejectedValue(new Error('no canvas'))
    const store = await loaded()
    await store.getState().draw('星河科技')
    expect(store.getState().picture).toBeUndefined()
  })

  it.each([
    ['is closed', { ok: true, data: { ...job, takesReferrals: false } }],
    ['is not there', failure('not-found')],
  ])('is not made for a job that %s', async (_why, reply) => {
    replies['job.get'] = reply
    expect((await loaded()).getState().phase.name).toBe('closed')
    expect(sent()).toEqual([])
  })

  it('that failed to be made is the same wish the next time', async () => {
    replies['share.create'] = failure('internal')
    const store = await loaded()
    expect(store.getState().phase).toMatchObject({ name: 'failed', failure: { code: 'internal' } })
    await store.getState().load()
    const [first, second] = sent()
    expect(second).toEqual(first)
  })
})

describe('its title', () => {
  it('is the card’s once it is kept, and holds forwarding until then', async () => {
    const store = await loaded()
    replies['share.create'] = { ok: true, data: { share: { ...card, title: '一起做收银台' }, already: true } }
    store.getState().type(' 一起做收银台 ')
    expect(store.getState().unsaved).toBe(true)
    await store.getState().keepTitle()
    expect(sent().at(-1)).toMatchObject({ channel: 'card', jobId: 'j', title: '一起做收银台' })
    expect(store.getState()).toMatchObject({ unsaved: false, phase: { share: { title: '一起做收银台' } } })
  })

  it('that is refused says why, and the words stay', async () => {
    const store = await loaded()
    replies['share.create'] = failure('text-refused')
    store.getState().type('加我微信')
    await store.getState().keepTitle()
    expect(store.getState()).toMatchObject({
      title: '加我微信',
      unsaved: true,
      problem: '这段文字没有通过内容检查，请换个说法',
    })
  })

  it('that another phone has changed meanwhile is asked for anew, not with the request that was answered', async () => {
    const store = await loaded()
    const answered = new Set<string>()
    calls.mockImplementation((_name, input) => {
      const { title, requestId } = input as { title: string; requestId: string }
      const shown = answered.size === 0 || answered.has(requestId) ? '另一台手机写的' : title
      answered.add(requestId)
      return Promise.resolve({ ok: true, data: { share: { ...card, title: shown }, already: true } }) as never
    })
    store.getState().type('一起做收银台')
    await store.getState().keepTitle()
    expect(answered.size).toBe(2)
    expect(store.getState()).toMatchObject({ unsaved: false, phase: { share: { title: '一起做收银台' } } })
  })

  it('typed on while it is kept ends as the newest words', async () => {
    const store = await loaded()
    calls.mockImplementation((_name, input) => {
      const { title } = input as { title: string }
      return Promise.resolve({ ok: true, data: { share: { ...card, title }, already: true } }) as never
    })
    store.getState().type('一起')
    const keeping = store.getState().keepTitle()
    store.getState().type('一起做收银台')
    await keeping
    expect(store.getState()).toMatchObject({ unsaved: false, phase: { share: { title: '一起做收银台' } } })
  })
})
