import type { JobCard } from '@/contract/calls/job'
import { call } from '../cloud/call'
import { makeOpenJobs, searchJobs } from '.'

jest.mock('../cloud/call')

const calls = jest.mocked(call)
const front = {
  id: 'f',
  title: '前端工程师',
  department: '平台部',
  city: '上海',
  takesReferrals: true,
} as JobCard
const data = { ...front, id: 'd', title: 'BI 分析师', department: '数据部' }
const closed = { ...front, id: 'c', takesReferrals: false }
const lists = (...jobs: JobCard[]) => calls.mockResolvedValueOnce({ ok: true, data: { jobs } } as never)
const fails = () => calls.mockResolvedValueOnce({ ok: false, code: 'unavailable', message: '' } as never)

beforeEach(() => calls.mockReset())

it('are those that take referrals, and stay while the cloud is away', async () => {
  const store = makeOpenJobs()
  lists(front, closed)
  await store.getState().load()
  expect(store.getState().phase).toEqual({ name: 'ready', jobs: [front] })
  fails()
  await store.getState().load()
  expect(store.getState().phase).toEqual({ name: 'ready', jobs: [front] })
})

it('that did not load say why, and come with the next try', async () => {
  const store = makeOpenJobs()
  fails()
  await store.getState().load()
  expect(store.getState().phase).toMatchObject({ name: 'failed', failure: { code: 'unavailable' } })
  lists(data)
  await store.getState().load()
  expect(store.getState().phase).toEqual({ name: 'ready', jobs: [data] })
})

it.each([
  ['', [front, data]],
  ['上海 前端', [front]],
  [' bi ', [data]],
  ['数据部 分析', [data]],
  ['北京', []],
])('looked through for 「%s」 are those with every word of it', (typed, found) => {
  expect(searchJobs([front, data], typed)).toEqual(found)
})
