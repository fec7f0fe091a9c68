import jsQR from 'jsqr'
import { recordingPen } from '@/testing/recording-pen'
import { drawQr, QUIET_ZONE, qrModules } from './draw-qr'

const LINK = 'https://bole.example.com/i/Zk3_q9-TnV0aLxW7bR2mQc'
const SIDE = 340

/** The square as pixels, the way a canvas would hold it. */
function raster(text: string) {
  const { pen, marks } = recordingPen()
  drawQr(pen, qrModules(text), 0, 0, SIDE)
  const pixels = new Uint8ClampedArray(SIDE * SIDE * 4)
  for (const { left, top, right, bottom, colour } of marks) {
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        pixels.set(
          [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)).concat(255),
          (y * SIDE + x) * 4,
        )
      }
    }
  }
  return { pixels, marks }
}

it.each([
  ['a link', LINK],
  ['a local link', 'http://127.0.0.1:8787/i/Zk3_q9-TnV0aLxW7bR2mQc'],
  ['a link of a long domain', `https://${'neitui.'.repeat(12)}example.com/i/Zk3_q9-TnV0aLxW7bR2mQc`],
  ['Chinese', '看看职位'],
  ['one sign', '1'],
])('an independent reader finds %s in the drawn code', (_what, text) => {
  expect(jsQR(raster(text).pixels, SIDE, SIDE)?.data).toBe(text)
})

it('draws whole pixels inside its square, with a quiet zone of four modules', () => {
  const [field, ...dark] = raster(LINK).marks
  expect(field).toMatchObject({ left: 0, top: 0, right: SIDE, bottom: SIDE, colour: '#ffffff' })
  const [module] = dark
  if (!module) throw new Error('Nothing was drawn.')
  const size = module.right - module.left
  expect(size).toBeGreaterThanOrEqual(7)
  for (const { left, top, right, bottom } of dark) {
    for (const edge of [left, top, right, bottom]) expect(Number.isInteger(edge)).toBe(true)
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(QUIET_ZONE * size)
    expect(Math.max(right, bottom)).toBeLessThanOrEqual(SIDE - QUIET_ZONE * size)
  }
})
