import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { resetTaro } from '@/testing/taro'
import { call } from '../cloud/call'
import { useSession } from '../session'
import { NewsButton } from './news-button'
import { useSettings } from './settings'

jest.mock('../cloud/call')
jest.mock('./use-news', () => jest.requireActual<object>('./use-news.weapp'))

const me = {
  ...{ id: 'zhou', roles: [], maskedPhone: null, employee: null, company: '' },
  ...{ invitationsWaiting: 0, unread: 0 },
  templates: [{ key: 'progress' as const, id: 'id-progress', always: null }],
}
const request = jest.fn<Promise<object>, [object]>()
let wechat: { mainSwitch: boolean; itemSettings: Record<string, string> }
const openSetting = jest.fn(() => Promise.resolve({ subscriptionsSetting: wechat }))

beforeEach(() => {
  resetTaro()
  wechat = { mainSwitch: true, itemSettings: {} }
  useSettings.setState({ settings: null })
  useSession.setState({ me })
  jest.mocked(call).mockResolvedValue({ ok: true, data: { credits: 1 } })
  request.mockReset().mockResolvedValue({ 'id-progress': 'accept' })
  openSetting.mockClear()
  Object.assign(Taro, {
    requestSubscribeMessage: request,
    openSetting,
    getSetting: () => Promise.resolve({ subscriptionsSetting: wechat }),
  })
})

const show = () => act(async () => void render(<NewsButton templates={['progress']} />))
const tap = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))

describe('the button for news', () => {
  it('is not there where the company has no such template', async () => {
    useSession.setState({ me: { ...me, templates: [] } })
    await show()
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it('asks in the tap, and says what comes of a yes', async () => {
    await show()
    await tap('有新进展时告诉我')
    expect(request).toHaveBeenCalledTimes(1)
    expect(screen.getByRole('status')).toHaveTextContent('下一次有进展会在微信里告诉你')
  })

  it('takes a no kindly and may be asked again', async () => {
    request.mockResolvedValue({ 'id-progress': 'reject' })
    await show()
    await tap('有新进展时告诉我')
    expect(screen.getByRole('status')).toHaveTextContent('好，不打扰你')
    expect(screen.getByRole('button', { name: '有新进展时告诉我' })).toBeEnabled()
  })

  it('leads to WeChat’s settings after a no for good, and asks again once they allow it', async () => {
    wechat.itemSettings = { 'id-progress': 'reject' }
    await show()
    wechat.itemSettings = {}
    await tap('微信提醒关着，去打开')
    expect(openSetting).toHaveBeenCalledWith({ withSubscriptions: true })
    expect(request).not.toHaveBeenCalled()
    await tap('有新进展时告诉我')
    expect(request).toHaveBeenCalledTimes(1)
  })

  it('leads there as well when WeChat says that everything is switched off', async () => {
    request.mockRejectedValue({ errMsg: 'requestSubscribeMessage:fail', errCode: 20004 })
    await show()
    wechat.mainSwitch = false
    await tap('有新进展时告诉我')
    expect(screen.getByRole('button', { name: '微信提醒关着，去打开' })).toBeInTheDocument()
  })

  it('says quietly when WeChat cannot ask', async () => {
    request.mockRejectedValue({ errMsg: 'requestSubscribeMessage:fail', errCode: 20005 })
    await show()
    await tap('有新进展时告诉我')
    expect(screen.getByRole('status')).toHaveTextContent('新进展在「消息」里都能看到')
  })
})
