import { randomFillSync } from 'node:crypto'
import Taro from '@tarojs/taro'
import { visitor } from '@/contract/fields'
import { is } from 'valibot'
import * as wechat from './index.weapp'

// jsdom has no crypto.
Object.defineProperty(globalThis, 'crypto', {
  value: { getRandomValues: (bytes: Uint8Array) => randomFillSync(bytes) },
})

/** A page just loaded, on a device that remembers `stored`. */
function freshPage(stored?: unknown) {
  jest.resetModules()
  const { default: device } = jest.requireActual<{ default: typeof Taro }>('@tarojs/taro')
  if (stored !== undefined) device.setStorageSync('bole.visitor', stored)
  return { device, ...jest.requireActual<typeof import('./index.h5')>('./index.h5') }
}

describe('on the web', () => {
  it('keeps one mark for this browser that the cloud accepts', () => {
    const { device, visitorId } = freshPage()
    const id = visitorId()
    expect(is(visitor, id)).toBe(true)
    expect(visitorId()).toBe(id)
    expect(device.getStorageSync('bole.visitor')).toBe(id)
  })

  it('knows the browser again', () => {
    const { visitorId } = freshPage('Zk3_q9-TnV0aLxW7bR2mQc')
    expect(visitorId()).toBe('Zk3_q9-TnV0aLxW7bR2mQc')
  })

  it.each([['short'], [{ id: 'Zk3_q9-TnV0aLxW7bR2mQc' }], [7]])('drops what does not fit: %j', (stored) => {
    const { device, visitorId } = freshPage(stored)
    expect(is(visitor, visitorId())).toBe(true)
    expect(device.getStorageSync('bole.visitor')).toBe(visitorId())
  })

  it('stays the same while the page is open, where nothing can be kept', () => {
    const { device, visitorId } = freshPage()
    Object.assign(device, {
      setStorageSync: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    })
    expect(visitorId()).toBe(visitorId())
  })

  it('has no scene', () => {
    const { openedWith } = freshPage()
    expect(openedWith()).toEqual({ scene: null })
  })
})

describe('in WeChat', () => {
  it.each([
    [1047, 1047],
    [1007, 1007],
    [undefined, null],
  ])('scene %s is noted as %s', (scene, noted) => {
    Object.assign(Taro, { getEnterOptionsSync: () => ({ scene }) })
    expect(wechat.openedWith()).toEqual({ scene: noted })
  })

  it('leaves the visitor to the openid', () => {
    expect(wechat.visitorId()).toBeNull()
  })
})
