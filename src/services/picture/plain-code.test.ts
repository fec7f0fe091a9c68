import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'
import { qrModules } from './draw-qr'
import { oneBitPng } from './one-bit-png'
import { makePlainCode } from './plain-code'

const LINK = 'https://bole.example.com/i/Zk3_q9-TnV0aLxW7bR2mQc'

/** Reads a PNG of one bit per pixel, as any viewer would: its checksum over the pixels is checked by zlib. */
function readPng(file: Buffer) {
  const side = file.readUInt32BE(16)
  const data = file.indexOf('IDAT')
  const rows = inflateSync(file.subarray(data + 4, data + 4 + file.readUInt32BE(data - 4)))
  const stride = 1 + Math.ceil(side / 8)
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const byte = rows[y * stride + 1 + (x >> 3)] ?? 0
      if (((byte >> (7 - (x & 7))) & 1) === 0) pixels.set([0, 0, 0], (y * side + x) * 4)
    }
  }
  return { side, rows, pixels }
}

it('a QR code without a canvas is a PNG that an independent reader understands', async () => {
  const url = await makePlainCode({ kind: 'qr', text: LINK })
  const prefix = 'data:image/png;base64,'
  expect(url.startsWith(prefix)).toBe(true)
  const { side, pixels } = readPng(Buffer.from(url.slice(prefix.length), 'base64'))
  expect(side).toBeGreaterThanOrEqual(260)
  expect(jsQR(pixels, side, side)?.data).toBe(LINK)
})

it('a 小程序码 stays as WeChat drew it', async () => {
  await expect(makePlainCode({ kind: 'image', base64: 'QUJD', contentType: 'image/jpeg' })).resolves.toBe(
    'data:image/jpeg;base64,QUJD',
  )
})

it('stores a picture of more than one block of 65,535 bytes', () => {
  const modules = qrModules(LINK)
  const { side, rows } = readPng(Buffer.from(oneBitPng(modules, 24, 4)))
  expect(rows).toHaveLength(side * (1 + side / 8))
  expect(rows.length).toBeGreaterThan(65_535)
})

it('carries the checksums that viewers look at', () => {
  const file = Buffer.from(oneBitPng(qrModules('1'), 1, 4))
  expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  // The same for every PNG: an IEND without data.
  expect(file.subarray(-12).toString('hex')).toBe('0000000049454e44ae426082')
})
