import type { CallName } from '@/contract/calls'
import { album } from '@/services/album'
import type { Album } from '@/services/album/face'
import { call } from '@/services/cloud/call'
import { makePlainCode, makePoster, NoCanvas } from '@/services/picture'
import { fileNameOf, makePosterPage } from './store'

jest.mock('@/services/cloud/call')
jest.mock('@/services/album', () => ({
  album: { save: jest.fn(), share: jest.fn(), openSettings: jest.fn() },
}))
jest.mock('@/services/picture', () => ({
  makePoster: jest.fn(),
  makePlainCode: jest.fn(),
  NoCanvas: class extends Error {},
}))

const calls = jest.mocked(call)
const { save, openSettings } = jest.mocked<Album>(album)
const picture = { path: 'blob:poster', width: 750, height: 1334 }
const poster = {
  company: '星河科技',
  referrer: { name: '林晓', department: '前端平台部' },
  ...{ job: null, jobTitles: ['数据分析师'], code: { kind: 'qr', text: 'https://bole.example/i/t' } },
}
const share = { id: 'p', name: '朋友圈', link: 'https://bole.example/i/t' }
const failure = (code: string) => ({ ok: false, code, message: '' })
let replies: Partial<Record<CallName, unknown>>

beforeEach(() => {
  replies = {
    'share.poster': { ok: true, data: poster },
    'share.list': { ok: true, data: { shares: [share] } },
  }
  calls.mockReset().mockImplementation((name) => Promise.resolve(replies[name]) as ReturnType<typeof call>)
  jest.mocked(makePoster).mockReset().mockResolvedValue(picture)
  jest.mocked(makePlainCode).mockReset().mockResolvedValue('data:image/png;base64,AA')
  save.mockReset().mockResolvedValue('saved')
  openSettings.mockReset().mockResolvedValue(true)
})

async function loaded() {
  const store = makePosterPage('p')
  await store.getState().load()
  return store
}

describe('a poster', () => {
  it('is drawn from what the cloud says it shows', async () => {
    const { phase } = (await loaded()).getState()
    expect(makePoster).toHaveBeenCalledWith(poster)
    expect(phase).toMatchObject({ name: 'ready', share, drawing: { name: 'drawn', picture } })
  })

  it('is its plain code where there is no canvas', async () => {
    jest.mocked(makePoster).mockRejectedValue(new NoCanvas('no'))
    const { phase } = (await loaded()).getState()
    expect(makePlainCode).toHaveBeenCalledWith(poster.code)
    expect(phase).toMatchObject({ drawing: { name: 'plain', code: 'data:image/png;base64,AA' }, share })
  })

  it('is drawn also while the list that knows its link is away', async () => {
    replies['share.list'] = failure('unavailable')
    expect((await loaded()).getState().phase).toMatchObject({ share: null, drawing: { name: 'drawn' } })
  })

  it.each(['not-found', 'share-ended', 'bad-input'])('that is %s is gone', async (code) => {
    replies['share.poster'] = failure(code)
    expect((await loaded()).getState().phase.name).toBe('gone')
  })

  it('that did not load comes with the next try', async () => {
    replies['share.poster'] = failure('unavailable')
    const store = await loaded()
    expect(store.getState().phase.name).toBe('failed')
    replies['share.poster'] = { ok: true, data: poster }
    await store.getState().load()
    expect(store.getState().phase.name).toBe('ready')
  })
})

describe('saving it', () => {
  it.each([
    ['saved', 'saved'],
    ['refused', 'refused'],
    ['cancelled', 'no'],
  ] as const)('that ends with %s leaves %s', async (outcome, saving) => {
    save.mockResolvedValue(outcome)
    const store = await loaded()
    await store.getState().save()
    expect(save).toHaveBeenCalledWith(picture, '星河科技-在招职位-朋友圈')
    expect(store.getState().saving).toBe(saving)
  })

  it('goes on by itself once the album is allowed', async () => {
    save.mockResolvedValueOnce('refused')
    const store = await loaded()
    await store.getState().save()
    await store.getState().allow()
    expect(store.getState().saving).toBe('saved')
  })

  it('stays refused when the settings were left as they are', async () => {
    save.mockResolvedValue('refused')
    openSettings.mockResolvedValue(false)
    const store = await loaded()
    await store.getState().save()
    await store.getState().allow()
    expect(save).toHaveBeenCalledTimes(1)
    expect(store.getState().saving).toBe('refused')
  })

  it('is not possible before it is drawn', async () => {
    await makePosterPage('p').getState().save()
    expect(save).not.toHaveBeenCalled()
  })
})

it('names the file after company, job and where it hangs', () => {
  const job = { title: '数据分析师' }
  expect(fileNameOf({ ...poster, job } as never, share as never)).toBe('星河科技-数据分析师-朋友圈')
})
