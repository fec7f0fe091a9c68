import Taro from '@tarojs/taro'
import { album } from './index.weapp'

const PICTURE = { path: 'wxfile://tmp/1.png', width: 750, height: 1334 }
const failing = (errMsg: string) => jest.fn(() => Promise.reject({ errMsg }))

it('saves to the album', async () => {
  const save = jest.fn(() => Promise.resolve({}))
  Object.assign(Taro, { saveImageToPhotosAlbum: save })
  await expect(album.save(PICTURE)).resolves.toBe('saved')
  expect(save).toHaveBeenCalledWith({ filePath: PICTURE.path })
})

it.each([
  ['saveImageToPhotosAlbum:fail cancel', 'cancelled'],
  ['saveImageToPhotosAlbum:fail auth deny', 'refused'],
  ['saveImageToPhotosAlbum:fail:auth denied', 'refused'],
  ['saveImageToPhotosAlbum:fail privacy permission is not authorized', 'refused'],
  ['saveImageToPhotosAlbum:fail no enough space', 'refused'],
])('%s: %s', async (errMsg, outcome) => {
  Object.assign(Taro, { saveImageToPhotosAlbum: failing(errMsg) })
  await expect(album.save(PICTURE)).resolves.toBe(outcome)
})

describe('share', () => {
  type Callbacks = { success: () => void; fail: (why: object) => void }
  const menu = (answer: (callbacks: Callbacks) => void) =>
    Object.assign(Taro, {
      canIUse: (name: string) => name === 'showShareImageMenu',
      showShareImageMenu: jest.fn(answer),
    })

  it('hands the picture to the panel of WeChat', async () => {
    menu(({ success }) => success())
    await expect(album.share(PICTURE)).resolves.toBe('shared')
    expect(Taro.showShareImageMenu).toHaveBeenCalledWith(expect.objectContaining({ path: PICTURE.path }))
  })

  it.each([
    ['showShareImageMenu:fail cancel', 'cancelled'],
    ['showShareImageMenu:fail not supported', 'unavailable'],
  ])('%s: %s', async (errMsg, outcome) => {
    menu(({ fail }) => fail({ errMsg }))
    await expect(album.share(PICTURE)).resolves.toBe(outcome)
  })

  it('is unavailable in an old WeChat', async () => {
    Object.assign(Taro, { canIUse: () => false })
    await expect(album.share(PICTURE)).resolves.toBe('unavailable')
  })
})

it.each([
  ['allowed', () => Promise.resolve({ authSetting: { 'scope.writePhotosAlbum': true } }), true],
  ['still refused', () => Promise.resolve({ authSetting: { 'scope.writePhotosAlbum': false } }), false],
  ['not asked for yet', () => Promise.resolve({ authSetting: {} }), false],
  ['not opened', () => Promise.reject({ errMsg: 'openSetting:fail' }), false],
])('settings with the album %s', async (_what, openSetting, allowed) => {
  Object.assign(Taro, { openSetting })
  await expect(album.openSettings()).resolves.toBe(allowed)
})
