import Taro from '@tarojs/taro'
import { openedWith, resetTaro } from '@/testing/taro'
import { noteUnread, unreadWords, useUnread } from './unread'

const set = jest.mocked(Taro.setTabBarBadge)
const remove = jest.mocked(Taro.removeTabBarBadge)
const settle = () => new Promise((resolve) => setTimeout(resolve))
const on = (path: string) => openedWith({}, path)

beforeEach(async () => {
  on('/pages/me/index')
  noteUnread(0)
  await settle()
  resetTaro()
  on('/pages/me/index')
})

describe('the number of unread messages', () => {
  it.each([
    [0, null],
    [1, '1'],
    [99, '99'],
    [100, '99+'],
    [-1, null],
  ])('%d reads %s', (unread, words) => expect(unreadWords(unread)).toBe(words))

  it('is kept for the pages and shown on the fourth tab', async () => {
    noteUnread(3)
    await settle()
    expect(useUnread.getState().unread).toBe(3)
    expect(set.mock.calls).toEqual([[{ index: 3, text: '3' }]])
  })

  it('is not shown again while it stays the same, and goes when everything is read', async () => {
    noteUnread(3)
    await settle()
    noteUnread(3)
    noteUnread(0)
    await settle()
    expect(set).toHaveBeenCalledTimes(1)
    expect(remove.mock.calls).toEqual([[{ index: 3 }]])
  })

  it.each(['pages/me/index', '/pages/home/index'])('is shown on %s', (path) => {
    on(path)
    noteUnread(1)
    expect(set).toHaveBeenCalledTimes(1)
  })

  it('is not shown from another page, where WeChat refuses, but with the next answer on a tab', () => {
    on('/inbox/list/index')
    noteUnread(4)
    expect(set).not.toHaveBeenCalled()
    on('/pages/me/index')
    noteUnread(4)
    expect(set).toHaveBeenCalledTimes(1)
  })

  it('that the bar refused is shown with the next answer', async () => {
    set.mockRejectedValueOnce(new Error('setTabBarBadge:fail'))
    noteUnread(5)
    await settle()
    noteUnread(5)
    expect(set).toHaveBeenCalledTimes(2)
  })

  it('ends as it was said last, also when that was said before the bar had answered', async () => {
    noteUnread(6)
    noteUnread(0)
    await settle()
    expect(remove).toHaveBeenCalledTimes(1)
  })
})
