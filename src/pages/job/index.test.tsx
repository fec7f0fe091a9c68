import { act, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { CallName } from '@/contract/calls'
import { call } from '@/services/cloud/call'
import JobPage from '.'
import { openedWith } from '@/testing/taro'

jest.mock('@/services/invitation-card/card.png', () => 'card.png')
jest.mock('@/services/cloud/call')
jest.mock('@/services/entry', () => ({
  visitorId: () => 'a-browser-of-its-own',
  openedWith: () => ({ scene: 1007 }),
}))

const calls = jest.mocked(call)
const job = {
  ...{ id: 'j', title: '数据分析师', department: '数据部', city: '杭州', headcount: 1, description: '' },
  ...{ status: 'open', closesOn: null, takesReferrals: true },
  ...{ hardRequirements: [], softTraits: [], challenges: [] },
}
const replies: Partial<Record<CallName, unknown>> = {
  'job.get': { ok: true, data: job },
  'me.get': { ok: true, data: { id: null, employee: null } },
  // Also a share that has ended takes nothing from the page.
  'share.open': { ok: false, code: 'share-ended', message: '' },
}
const touched = () => calls.mock.calls.filter(([name]) => name === 'share.open').map(([, input]) => input)

async function opens(params: Record<string, string>, pagesBefore = 0) {
  openedWith(params)
  const page = Taro.getCurrentPages()[0]
  jest.spyOn(Taro, 'getCurrentPages').mockReturnValue(Array(pagesBefore + 1).fill(page) as Taro.Page[])
  calls.mockReset().mockImplementation((name) => Promise.resolve(replies[name]) as never)
  await act(async () => void render(<JobPage />))
  expect(screen.getAllByText('数据分析师')).not.toHaveLength(0)
}

it('opened by a forwarded card it counts as having come by its share', async () => {
  await opens({ id: 'j', token: 't' })
  expect(touched()).toEqual([{ token: 't', visitor: 'a-browser-of-its-own', scene: 1007 }])
})

it.each([
  ['after the page of the share, which has counted', { id: 'j', token: 't' }, 1],
  ['without a share', { id: 'j' }, 0],
])('opened %s it counts nothing', async (_how, params, pagesBefore) => {
  await opens(params as Record<string, string>, pagesBefore)
  expect(touched()).toEqual([])
})
