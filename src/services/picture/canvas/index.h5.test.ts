import { recordingPen } from '@/testing/recording-pen'
import { NoCanvas, type Pen } from '../face'
import { canvas } from './index.h5'

const getContext = jest.spyOn(HTMLCanvasElement.prototype, 'getContext')
const toBlob = jest.spyOn(HTMLCanvasElement.prototype, 'toBlob')
const drawImage = jest.fn()

class LoadingImage {
  onload?: () => void
  onerror?: () => void
  set src(url: string) {
    void Promise.resolve().then(() => (url.startsWith('data:image/') ? this.onload?.() : this.onerror?.()))
  }
}

beforeEach(() => {
  const pen: Pen = Object.assign(recordingPen().pen, { drawImage })
  getContext.mockReturnValue(pen as CanvasRenderingContext2D)
  toBlob.mockImplementation((done) => done(new Blob(['png'])))
  URL.createObjectURL = jest.fn(() => 'blob:1')
  URL.revokeObjectURL = jest.fn()
  Object.defineProperty(window, 'Image', { value: LoadingImage, configurable: true })
})

it('exports what was drawn as a PNG of exactly that size', async () => {
  await expect(canvas.open(750, 1334).toPicture()).resolves.toEqual({
    path: 'blob:1',
    width: 750,
    height: 1334,
  })
  expect(toBlob.mock.contexts[0]).toMatchObject({ width: 750, height: 1334 })
  expect(toBlob).toHaveBeenCalledWith(expect.any(Function), 'image/png')
})

it('says so when the browser gives no context', () => {
  getContext.mockReturnValue(null)
  expect(() => canvas.open(1, 1)).toThrow(NoCanvas)
})

it.each([
  ['nothing', null],
  ['an empty file', new Blob([])],
])('takes an export of %s for no canvas', async (_what, blob) => {
  toBlob.mockImplementation((done) => done(blob))
  await expect(canvas.open(1, 1).toPicture()).rejects.toBeInstanceOf(NoCanvas)
})

it('draws a loaded picture into a square', async () => {
  const stamp = await canvas.open(1, 1).load('data:image/png;base64,QUJD')
  stamp(10, 20, 340)
  expect(drawImage).toHaveBeenCalledWith(expect.any(LoadingImage), 10, 20, 340, 340)
})

it('a picture that does not load counts as no canvas', async () => {
  await expect(canvas.open(1, 1).load('damaged')).rejects.toBeInstanceOf(NoCanvas)
})

it('gives the memory of a picture back', () => {
  canvas.release({ path: 'blob:1', width: 1, height: 1 })
  expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:1')
})
