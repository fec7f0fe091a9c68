import { recordingPen, textOf, type Mark } from '@/testing/recording-pen'
import { makeCardPicture, makePoster, NoCanvas, type CardContent, type PosterContent } from '.'
import { canvas } from './canvas'
import type { Sheet } from './canvas/face'

jest.mock('./canvas', () => ({ canvas: { open: jest.fn(), release: jest.fn() } }))
const open = jest.mocked(canvas.open)
const release = jest.mocked(canvas.release)

let opened: { marks: Mark[]; sheet: Sheet }[] = []
let made = 0

beforeEach(() => {
  opened = []
  release.mockReset()
  open.mockReset().mockImplementation((width, height) => {
    const { pen, marks } = recordingPen()
    const toPicture = () => Promise.resolve({ path: `blob:${++made}`, width, height })
    const load = jest.fn((_url: string) => Promise.resolve(jest.fn()))
    const sheet = { pen, load, toPicture }
    opened.push({ marks, sheet })
    return sheet
  })
})

const card = (company: string): CardContent => ({ company, job: null, jobTitles: [] })
const poster = (company: string, code: PosterContent['code']): PosterContent => ({
  ...card(company),
  referrer: { name: '林晓', department: '平台研发部' },
  code,
})
const QR = { kind: 'qr', text: 'https://bole.example.com/i/Zk3_q9-TnV0aLxW7bR2mQc' } as const

it('makes a poster of 750 × 1334 with a QR code on it', async () => {
  await expect(makePoster(poster('甲', QR))).resolves.toMatchObject({ width: 750, height: 1334 })
  const [drawn] = opened
  expect(textOf(drawn?.marks ?? [])).toContain('林晓 · 平台研发部 的内推')
  // A code of version 3 or more has over 400 dark modules.
  expect(drawn?.marks.length).toBeGreaterThan(400)
})

it('loads a 小程序码 as WeChat drew it', async () => {
  await makePoster(poster('乙', { kind: 'image', base64: 'QUJD', contentType: 'image/jpeg' }))
  expect(opened[0]?.sheet.load).toHaveBeenCalledWith('data:image/jpeg;base64,QUJD')
})

it("leaves the referrer out of a card's picture, also when it is given a poster's content", async () => {
  await expect(makeCardPicture(poster('丙', QR))).resolves.toMatchObject({ width: 500, height: 400 })
  expect(textOf(opened[0]?.marks ?? [])).not.toContain('林晓')
})

it('gives the same picture for the same content, also when asked twice at once', async () => {
  const [one, two] = await Promise.all([makeCardPicture(card('丁')), makeCardPicture(card('丁'))])
  const three = await makeCardPicture(card('丁'))
  expect(two).toBe(one)
  expect(three).toBe(one)
  expect(open).toHaveBeenCalledTimes(1)
  await expect(makeCardPicture(card('戊'))).resolves.not.toEqual(one)
})

it('tries anew after a failure', async () => {
  open.mockImplementationOnce(() => {
    throw new NoCanvas('none')
  })
  await expect(makeCardPicture(card('己'))).rejects.toBeInstanceOf(NoCanvas)
  await expect(makeCardPicture(card('己'))).resolves.toMatchObject({ width: 500 })
})

it.each([
  ['transparent', [0, 0, 0, 0]],
  ['white', [255, 255, 255, 255]],
])('takes a canvas that stayed %s for none', async (what, data) => {
  const { pen } = recordingPen()
  pen.getImageData = () => ({ data })
  open.mockReturnValueOnce({ pen, load: jest.fn(), toPicture: jest.fn() })
  await expect(makeCardPicture(card(`空白 ${what}`))).rejects.toBeInstanceOf(NoCanvas)
})

it('believes a canvas that cannot be looked at', async () => {
  const { pen } = recordingPen()
  pen.getImageData = () => {
    throw new Error('not here')
  }
  const picture = { path: 'blob:x', width: 500, height: 400 }
  open.mockReturnValueOnce({ pen, load: jest.fn(), toPicture: () => Promise.resolve(picture) })
  await expect(makeCardPicture(card('看不到'))).resolves.toBe(picture)
})

it('gives back the picture that was not used for longest, and only that', async () => {
  const first = await makeCardPicture(card('最早'))
  const second = await makeCardPicture(card('其次'))
  for (let at = 0; at < 10; at++) await makeCardPicture(card(`第 ${at}`))
  await makeCardPicture(card('最早'))
  release.mockClear()
  await makeCardPicture(card('再来一个'))
  await Promise.resolve()
  expect(release.mock.calls).toEqual([[second]])
  await expect(makeCardPicture(card('最早'))).resolves.toBe(first)
})
