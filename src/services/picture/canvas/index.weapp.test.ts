import Taro from '@tarojs/taro'
import { recordingPen } from '@/testing/recording-pen'
import { NoCanvas } from '../face'
import { canvas } from './index.weapp'

type Options = { filePath: string; success?: (answer: object) => void; fail?: (why: object) => void }

const sizes = new Map<string, number>()
const files = {
  getFileInfo: jest.fn(({ filePath, success, fail }: Options) => {
    const size = sizes.get(filePath)
    if (size === undefined) fail?.({ errMsg: 'getFileInfo:fail no such file' })
    else success?.({ size })
  }),
  writeFile: jest.fn((options: Options) => options.success?.({})),
  unlink: jest.fn(),
}
const image = { onload: () => undefined, onerror: () => undefined, src: '' }
const drawImage = jest.fn()
const offscreen = {
  width: 750,
  height: 1334,
  getContext: jest.fn(),
  createImage: () => image,
  toDataURL: jest.fn(),
}

beforeEach(() => {
  sizes.clear()
  files.writeFile.mockClear()
  offscreen.getContext.mockReset().mockReturnValue({ ...recordingPen().pen, drawImage })
  offscreen.toDataURL.mockReset().mockReturnValue('data:image/png;base64,QUJD')
  Object.assign(Taro, {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    createOffscreenCanvas: jest.fn(() => offscreen),
    canvasToTempFilePath: jest.fn(() => Promise.resolve({ tempFilePath: 'wxfile://tmp/1.png' })),
    getFileSystemManager: () => files,
  })
  sizes.set('wxfile://tmp/1.png', 1234)
})

it('exports an off-screen canvas pixel by pixel, whatever the density of the screen', async () => {
  await expect(canvas.open(750, 1334).toPicture()).resolves.toEqual({
    path: 'wxfile://tmp/1.png',
    width: 750,
    height: 1334,
  })
  expect(Taro.createOffscreenCanvas).toHaveBeenCalledWith({ type: '2d', width: 750, height: 1334 })
  expect(Taro.canvasToTempFilePath).toHaveBeenCalledWith(
    expect.objectContaining({ canvas: offscreen, destWidth: 750, destHeight: 1334, fileType: 'png' }),
  )
})

it.each([
  ['WeChat refuses to export', () => Promise.reject(new Error('fail')), 'wxfile://tmp/1.png'],
  [
    'the exported file is empty',
    () => Promise.resolve({ tempFilePath: 'wxfile://tmp/0.png' }),
    'wxfile://tmp/0.png',
  ],
])('writes the picture itself when %s', async (_what, exportIt, path) => {
  sizes.set(path, 0)
  Object.assign(Taro, { canvasToTempFilePath: exportIt })
  const picture = await canvas.open(750, 1334).toPicture()
  expect(picture.path).toMatch(/^wxfile:\/\/usr\/picture-\d+\.png$/)
  expect(files.writeFile).toHaveBeenCalledWith(
    expect.objectContaining({ filePath: picture.path, data: 'QUJD', encoding: 'base64' }),
  )
})

it.each([
  ['an empty data URL', () => 'data:image/png;base64,'],
  ['no data URL', () => 'data:,'],
  [
    'an error',
    () => {
      throw new Error('not here')
    },
  ],
])('says so when the canvas then gives %s', async (_what, toDataURL) => {
  Object.assign(Taro, { canvasToTempFilePath: () => Promise.reject(new Error('fail')) })
  offscreen.toDataURL.mockImplementation(toDataURL)
  await expect(canvas.open(750, 1334).toPicture()).rejects.toBeInstanceOf(NoCanvas)
})

it('says so when the phone has no room', async () => {
  Object.assign(Taro, { canvasToTempFilePath: () => Promise.reject(new Error('fail')) })
  files.writeFile.mockImplementationOnce((options) => options.fail?.({ errMsg: 'writeFile:fail' }))
  await expect(canvas.open(750, 1334).toPicture()).rejects.toBeInstanceOf(NoCanvas)
})

it.each([
  ['an old WeChat', () => Object.assign(Taro, { createOffscreenCanvas: undefined })],
  ['no context', () => offscreen.getContext.mockReturnValue(null)],
])('says so with %s', (_what, arrange) => {
  arrange()
  expect(() => canvas.open(750, 1334)).toThrow(NoCanvas)
})

it("draws a loaded picture into a square with the canvas' own image", async () => {
  const loading = canvas.open(750, 1334).load('data:image/jpeg;base64,QUJD')
  expect(image.src).toBe('data:image/jpeg;base64,QUJD')
  image.onload()
  const stamp = await loading
  stamp(10, 20, 340)
  expect(drawImage).toHaveBeenCalledWith(image, 10, 20, 340, 340)
})

it('a picture that does not load counts as no canvas', async () => {
  const loading = canvas.open(750, 1334).load('damaged')
  image.onerror()
  await expect(loading).rejects.toBeInstanceOf(NoCanvas)
})

it('removes what it wrote itself and leaves temporary files to WeChat', () => {
  canvas.release({ path: 'wxfile://tmp/1.png', width: 1, height: 1 })
  expect(files.unlink).not.toHaveBeenCalled()
  canvas.release({ path: 'wxfile://usr/picture-1.png', width: 1, height: 1 })
  expect(files.unlink).toHaveBeenCalledWith(
    expect.objectContaining({ filePath: 'wxfile://usr/picture-1.png' }),
  )
})
