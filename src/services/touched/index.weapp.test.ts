import { hooks } from '@tarojs/shared'
import { touched } from './index.weapp'

// The runtime itself wants a mini-program around it; its hooks are these.
jest.mock('@tarojs/runtime', () => ({
  hooks: jest.requireActual<typeof import('@tarojs/shared')>('@tarojs/shared').hooks,
}))

const nobody = { id: '', dataset: {} }
const happens = (type: string) =>
  hooks.call('modifyMpEvent', { type, detail: {}, target: nobody, currentTarget: nobody })

it('tells of what a finger or a key did, and of nothing that happens by itself', () => {
  const tell = jest.fn()
  const unwatch = touched.watch(tell)
  for (const type of ['load', 'error', 'animationend']) happens(type)
  expect(tell).not.toHaveBeenCalled()
  for (const type of ['tap', 'input', 'touchstart']) happens(type)
  expect(tell).toHaveBeenCalledTimes(3)
  unwatch()
  happens('tap')
  expect(tell).toHaveBeenCalledTimes(3)
})
