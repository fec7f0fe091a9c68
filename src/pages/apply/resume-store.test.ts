import { filePicker } from '@/services/file-picker'
import { uploadResume } from '@/services/resume-upload'
import { makeResume } from './resume-store'

jest.mock('@/services/file-picker')
jest.mock('@/services/resume-upload', () => ({
  ...jest.requireActual<object>('@/services/resume-upload'),
  uploadResume: jest.fn(),
}))

const file = (name: string) => ({ name, size: 9, source: { kind: 'path' as const, path: '/tmp/x' } })
const picks = (name: string | null) =>
  jest.mocked(filePicker.pickResume).mockResolvedValue(name === null ? null : file(name))
const uploads = (reply: unknown) =>
  jest.mocked(uploadResume).mockReturnValue({ reply: Promise.resolve(reply), cancel: jest.fn() } as never)

describe('the résumé', () => {
  it('goes up and is the application’s file', async () => {
    picks('简历.pdf')
    uploads({ ok: true, data: { fileId: 'f', kind: 'pdf', bytes: 9 } })
    expect(await makeResume().getState().pick()).toEqual({ id: 'f', name: '简历.pdf' })
  })

  it('is refused before the upload when it is of a wrong kind', async () => {
    picks('照片.jpg')
    jest.mocked(uploadResume).mockClear()
    const store = makeResume()
    expect(await store.getState().pick()).toBeNull()
    expect(store.getState().phase).toMatchObject({ problem: expect.stringContaining('PDF') as string })
    expect(uploadResume).not.toHaveBeenCalled()
  })

  it('says so when its content is of another kind than its name', async () => {
    picks('照片.pdf')
    uploads({ ok: false, code: 'file-kind', message: '' })
    const store = makeResume()
    expect(await store.getState().pick()).toBeNull()
    expect(store.getState().phase).toMatchObject({ name: 'idle', problem: expect.any(String) as string })
  })

  it('is nobody’s file when it was taken back while it went up', async () => {
    picks('简历.pdf')
    let arrive: (reply: unknown) => void = () => undefined
    const reply = new Promise((resolve) => (arrive = resolve))
    jest.mocked(uploadResume).mockReturnValue({ reply, cancel: jest.fn() } as never)
    const store = makeResume()
    const picking = store.getState().pick()
    await Promise.resolve()
    store.getState().cancel()
    arrive({ ok: true, data: { fileId: 'f' } })
    expect(await picking).toBeNull()
    expect(store.getState().phase).toEqual({ name: 'idle' })
  })

  it('changes nothing when nothing was picked', async () => {
    picks(null)
    const store = makeResume()
    expect(await store.getState().pick()).toBeNull()
    expect(store.getState().phase).toEqual({ name: 'idle' })
  })
})
