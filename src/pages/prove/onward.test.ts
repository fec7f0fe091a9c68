import Taro from '@tarojs/taro'
import type { Me } from '@/contract/calls/me'
import { goOnward, routeOf } from './onward'

const me: Me = {
  id: 'zhou',
  roles: ['visitor', 'person'],
  maskedPhone: '138****8000',
  employee: null,
  company: '星河科技',
  invitationsWaiting: 1,
  unread: 0,
  templates: [],
}
const stack = (...routes: string[]) =>
  jest.spyOn(Taro, 'getCurrentPages').mockReturnValue(routes.map((route) => ({ route })) as never)

beforeEach(() => jest.clearAllMocks())
afterEach(() => jest.restoreAllMocks())

describe('goOnward', () => {
  it('returns to the page that asked, on the web and in WeChat', async () => {
    stack('/pages/invitation/index', '/pages/prove/index')
    await goOnward(me, 'invitation', { token: 'token' })
    stack('pages/invitation/index', 'pages/prove/index')
    await goOnward(me, 'invitation', { token: 'token' })
    expect(Taro.navigateBack).toHaveBeenCalledTimes(2)
  })

  it('opens the page that was meant when it is not the one before', async () => {
    stack('/pages/prove/index')
    await goOnward(me, 'invitation', { token: 'token' })
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/invitation/index?token=token' })
  })

  it('keeps the share and the chosen job on the way to applying', async () => {
    stack('/pages/prove/index')
    await goOnward(me, 'apply', { token: 'token', job: 'j' })
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/apply/index?token=token&job=j' })
  })

  it('shows what waits for the number when nothing was meant', async () => {
    stack('/pages/prove/index')
    await goOnward(me, null, {})
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/progress/index' })
  })
})

it.each([
  ['apply', 'apply'],
  ['https://elsewhere.test', null],
  ['constructor', null],
  [undefined, null],
])('reads the route %s as %s', (name, route) => {
  expect(routeOf(name)).toBe(route)
})
