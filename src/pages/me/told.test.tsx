import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { call } from '@/services/cloud/call'
import { noteUnread } from '@/services/inbox'
import { useSession } from '@/services/session'
import { resetTaro } from '@/testing/taro'
import MePage from '.'

jest.mock('@/services/cloud/call')

const visitor = {
  ...{ id: null, roles: ['visitor'], maskedPhone: null, employee: null },
  ...{ company: '星河科技', invitationsWaiting: 0, unread: 0, templates: [] },
}
const zhou = { ...visitor, id: 'zhou', maskedPhone: '139****5678', unread: 4 }

async function shows(me: object) {
  resetTaro()
  useSession.setState(useSession.getInitialState(), true)
  jest.mocked(call).mockImplementation((name) => {
    const sync = { cursor: '1:1:', changed: [], reset: false, unread: 4 }
    return Promise.resolve({ ok: true, data: name === 'me.get' ? me : sync }) as never
  })
  await act(async () => void render(<MePage />))
}
const tap = (name: RegExp) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))

describe('我的', () => {
  it('says how many messages are unread, and goes on counting', async () => {
    await shows(zhou)
    expect(screen.getByRole('button', { name: /^消息 4 条未读/ })).toBeInTheDocument()
    act(() => noteUnread(100))
    expect(screen.getByRole('button', { name: /^消息 99\+ 条未读/ })).toBeInTheDocument()
    act(() => noteUnread(0))
    expect(screen.getByRole('button', { name: /^消息/ })).not.toHaveTextContent('未读')
  })

  it('leads to the messages and to how one wants to be told', async () => {
    await shows(zhou)
    await tap(/^消息/)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/inbox/list/index' })
    await tap(/^提醒设置/)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/inbox/settings/index' })
  })

  it('has neither for a visitor', async () => {
    await shows(visitor)
    expect(screen.queryByRole('button', { name: /^消息|^提醒设置/ })).not.toBeInTheDocument()
  })
})
