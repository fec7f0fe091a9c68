import { album } from './index.h5'

const PICTURE = { path: 'blob:1', width: 750, height: 1334 }
const agent = jest.spyOn(navigator, 'userAgent', 'get')
const click = jest.spyOn(HTMLAnchorElement.prototype, 'click')

beforeEach(() => {
  agent.mockReturnValue('Mozilla/5.0 Chrome/130 Mobile')
  click.mockReset()
})

it.each([
  ['林晓的海报', '林晓的海报.png'],
  ['朋友圈.png', '朋友圈.png'],
  ['校招 2026/秋: "上海"', '校招-2026-秋-上海-.png'],
])('downloads 「%s」 as 「%s」', async (name, file) => {
  await expect(album.save(PICTURE, name)).resolves.toBe('saved')
  expect(click.mock.contexts[0]).toMatchObject({ href: 'blob:1', download: file })
  expect(document.querySelector('a')).toBeNull()
})

it("does not pretend to have saved in WeChat's own browser, which has no downloads", async () => {
  agent.mockReturnValue('Mozilla/5.0 MicroMessenger/8.0.50')
  await expect(album.save(PICTURE, '海报')).resolves.toBe('refused')
  expect(click).not.toHaveBeenCalled()
})

describe('share', () => {
  const share = jest.fn()
  const canShare = jest.fn()

  beforeEach(() => {
    share.mockReset().mockResolvedValue(undefined)
    canShare.mockReset().mockReturnValue(true)
    Object.assign(navigator, { share, canShare })
    window.fetch = jest.fn().mockResolvedValue({ blob: () => Promise.resolve(new Blob(['png'])) })
  })
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'share')
    Reflect.deleteProperty(navigator, 'canShare')
  })

  it('hands the picture on as a file', async () => {
    await expect(album.share(PICTURE)).resolves.toBe('shared')
    expect(window.fetch).toHaveBeenCalledWith('blob:1')
    expect(share).toHaveBeenCalledWith({ files: [expect.any(File)] })
  })

  it.each([
    ['the person changes their mind', new DOMException('no', 'AbortError'), 'cancelled'],
    ['the system forbids it', new DOMException('no', 'NotAllowedError'), 'unavailable'],
  ])('when %s', async (_what, error, outcome) => {
    share.mockRejectedValue(error)
    await expect(album.share(PICTURE)).resolves.toBe(outcome)
  })

  it('is unavailable where files cannot be shared', async () => {
    canShare.mockReturnValue(false)
    await expect(album.share(PICTURE)).resolves.toBe('unavailable')
  })

  it('is unavailable where there is no panel', async () => {
    Reflect.deleteProperty(navigator, 'canShare')
    await expect(album.share(PICTURE)).resolves.toBe('unavailable')
  })
})

it('has no settings to open', async () => {
  await expect(album.openSettings()).resolves.toBe(false)
})
