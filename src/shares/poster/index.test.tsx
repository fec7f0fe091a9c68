import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { CallName } from '@/contract/calls'
import { album } from '@/services/album'
import type { Album } from '@/services/album/face'
import { clipboard } from '@/services/clipboard'
import { call } from '@/services/cloud/call'
import { makePlainCode, makePoster } from '@/services/picture'
import { useSession } from '@/services/session'
import PosterPage from '.'
import { albumWords } from './album-words'
import type { AlbumWords } from './album-words/face'
import { openedWith } from '@/testing/taro'

jest.mock('@/services/cloud/call')
jest.mock('@/services/clipboard', () => ({ clipboard: { copy: jest.fn() } }))
jest.mock('@/services/album', () => ({
  album: { save: jest.fn(), share: jest.fn(), openSettings: jest.fn() },
}))
jest.mock('@/services/picture', () => ({ makePoster: jest.fn(), makePlainCode: jest.fn() }))

const calls = jest.mocked(call)
const { save, share: send, openSettings } = jest.mocked<Album>(album)
const words: AlbumWords = albumWords
const LINK = 'https://bole.example/i/t'
const lin = {
  id: 'p',
  company: '星河科技',
  employee: { name: '林晓', department: '前端平台部', mayRefer: true },
}
const poster = {
  company: '星河科技',
  referrer: { name: '林晓', department: '前端平台部' },
  ...{ job: null, jobTitles: ['数据分析师'], code: { kind: 'qr', text: LINK } },
}
let replies: Partial<Record<CallName, unknown>>

beforeEach(() => {
  jest.clearAllMocks()
  openedWith({ id: 'p' })
  useSession.setState(useSession.getInitialState(), true)
  words.settings = null
  replies = {
    'me.get': { ok: true, data: lin },
    'share.poster': { ok: true, data: poster },
    'share.list': {
      ok: true,
      data: { shares: [{ id: 'p', channel: 'poster', name: '朋友圈', link: LINK }] },
    },
  }
  calls.mockReset().mockImplementation((name) => Promise.resolve(replies[name]) as ReturnType<typeof call>)
  jest.mocked(makePoster).mockResolvedValue({ path: 'blob:poster', width: 750, height: 1334 })
  jest.mocked(makePlainCode).mockResolvedValue('data:image/png;base64,AA')
  jest.mocked(clipboard.copy).mockResolvedValue(true)
  save.mockResolvedValue('saved')
})

const open = () => act(async () => void render(<PosterPage />))
const tap = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))

describe('the poster’s page', () => {
  it('shows grey in its shape until the poster is drawn', async () => {
    let drawn = (_picture: never) => undefined
    jest.mocked(makePoster).mockReturnValue(new Promise((resolve) => (drawn = resolve as never)))
    await open()
    expect(screen.getByRole('status', { name: '正在画海报' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: words.save })).toHaveAttribute('aria-disabled', 'true')
    await act(async () => void drawn({ path: 'blob:poster' } as never))
    expect(screen.getByRole('img', { name: /林晓推荐所有在招职位/ })).toHaveAttribute('src', 'blob:poster')
  })

  it('saves it and says where it is', async () => {
    await open()
    await tap(words.save)
    expect(screen.getByText(words.saved)).toBeInTheDocument()
  })

  it('explains a refused album, with the way to the settings and sending as it is', async () => {
    words.settings = '去设置'
    save.mockResolvedValueOnce('refused')
    openSettings.mockResolvedValue(true)
    send.mockResolvedValue('shared')
    await open()
    await tap(words.save)
    expect(screen.getByRole('alert')).toHaveTextContent(words.refused)
    await tap('发给朋友')
    expect(send).toHaveBeenCalledTimes(1)
    await tap('去设置')
    expect(save).toHaveBeenCalledTimes(2)
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('offers no settings where there are none', async () => {
    save.mockResolvedValue('refused')
    await open()
    await tap(words.save)
    expect(screen.getByRole('alert')).toHaveTextContent(words.refused)
    expect(screen.queryByRole('button', { name: '去设置' })).not.toBeInTheDocument()
  })

  it('copies the link where a picture cannot be sent', async () => {
    send.mockResolvedValue('unavailable')
    await open()
    await tap('发给朋友')
    expect(clipboard.copy).toHaveBeenCalledWith(LINK)
    expect(screen.getByText(/链接已复制/)).toBeInTheDocument()
  })

  it('shows the plain code and the link where nothing can be drawn', async () => {
    jest.mocked(makePoster).mockRejectedValue(new Error('no canvas'))
    await open()
    expect(screen.getByText(/这台设备画不了海报/)).toBeInTheDocument()
    expect(screen.getByRole('img', { name: '海报上的二维码' })).toHaveAttribute(
      'src',
      'data:image/png;base64,AA',
    )
    expect(screen.getByText(LINK)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: words.save })).not.toBeInTheDocument()
    await tap('复制链接')
    expect(clipboard.copy).toHaveBeenCalledWith(LINK)
  })

  it('leads to a new one when this one has ended', async () => {
    replies['share.poster'] = { ok: false, code: 'share-ended', message: '' }
    await open()
    await tap('做一张新的')
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/shares/list/index' })
  })

  it('asks nobody for a poster who may not refer', async () => {
    replies['me.get'] = { ok: true, data: { ...lin, id: null, employee: null } }
    await open()
    expect(screen.getByText('先验证手机号')).toBeInTheDocument()
    expect(calls).not.toHaveBeenCalledWith('share.poster', expect.anything())
  })
})
