import Taro from '@tarojs/taro'
import { scan as scanInBrowser } from './index.h5'
import { scan } from './index.weapp'

const TOKEN = 'Zk3_q9-TnV0aLxW7bR2mQc'

it.each([
  ['a 小程序码 of ours', { path: `pages/invitation/index?scene=${TOKEN}`, result: '' }, { token: TOKEN }],
  ['a QR code of the web', { result: `https://bole.example.com/i/${TOKEN}` }, { token: TOKEN }],
  ['a code with a referral code in it', { result: '7K2Q-9M4X' }, { code: '7K2Q9M4X' }],
  [
    'a path that leads elsewhere beside a link of ours',
    { path: 'a/b', result: `https://b.cn/i/${TOKEN}` },
    { token: TOKEN },
  ],
  ['the code of a shop', { result: 'https://shop.example.com/?p=1' }, 'nothing'],
  ['an empty code', { path: '', result: '' }, 'nothing'],
])('understands %s', async (_what, scanned, outcome) => {
  Object.assign(Taro, { scanCode: () => Promise.resolve(scanned) })
  await expect(scan()).resolves.toEqual(outcome)
})

it.each([
  ['scanCode:fail cancel', 'cancelled'],
  ['scanCode:fail auth deny', 'unavailable'],
])('%s: %s', async (errMsg, outcome) => {
  Object.assign(Taro, { scanCode: () => Promise.reject({ errMsg }) })
  await expect(scan()).resolves.toBe(outcome)
})

it('is unavailable in a browser', async () => {
  await expect(scanInBrowser()).resolves.toBe('unavailable')
})
