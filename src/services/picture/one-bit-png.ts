import type { Modules } from './draw-qr'

/**
 * A black and white PNG of a QR code, for phones that give no canvas. Pixels are stored uncompressed: about 10 kB for a
 * link, and no compressor in the package.
 *
 * @param scale pixels per module
 * @param margin modules of white around the code
 */
export function oneBitPng(modules: Modules, scale: number, margin: number): Uint8Array {
  const side = (modules.length + 2 * margin) * scale
  const header = [...uint32(side), ...uint32(side), 1, 0, 0, 0, 0]
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', header),
    ...chunk('IDAT', stored(pixels(modules, side, scale, margin))),
    ...chunk('IEND', []),
  ])
}

/** Rows of a filter byte (0: none) and one bit per pixel, 1 for white. */
function pixels(modules: Modules, side: number, scale: number, margin: number): number[] {
  const bytes: number[] = []
  for (let y = 0; y < side; y++) {
    const row = modules[Math.floor(y / scale) - margin]
    bytes.push(0)
    for (let x = 0; x < side; x += 8) {
      let byte = 0
      for (let bit = 0; bit < 8; bit++) {
        const dark = row?.[Math.floor((x + bit) / scale) - margin] ?? false
        byte = (byte << 1) | (dark ? 0 : 1)
      }
      bytes.push(byte)
    }
  }
  return bytes
}

/** The zlib form of bytes as they are: blocks of at most 65,535. */
function stored(bytes: readonly number[]): number[] {
  const zlib = [0x78, 0x01]
  for (let start = 0; start < bytes.length; start += 0xffff) {
    const block = bytes.slice(start, start + 0xffff)
    const { length } = block
    zlib.push(start + length < bytes.length ? 0 : 1)
    zlib.push(length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff, ...block)
  }
  return [...zlib, ...uint32(adler32(bytes))]
}

function chunk(type: string, data: readonly number[]): number[] {
  const body = [...[...type].map((letter) => letter.charCodeAt(0)), ...data]
  return [...uint32(data.length), ...body, ...uint32(crc32(body))]
}

const uint32 = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff)

function adler32(bytes: readonly number[]): number {
  let a = 1
  let b = 0
  for (const byte of bytes) {
    a = (a + byte) % 65521
    b = (b + a) % 65521
  }
  return ((b << 16) | a) >>> 0
}

function crc32(bytes: readonly number[]): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
