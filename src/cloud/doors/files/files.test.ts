import { mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { diskFiles, type DiskFiles } from '@/cloud/local/doors/files'
import { startWechatStub, type WechatStub } from '@/testing/wechat-stub'
import { cloudFiles } from './cloud'
import type { FilesDoor } from './face'

const bytes = Buffer.from('%PDF-1.7 résumé')
const now = new Date('2026-11-23T08:00:00Z')
const linkOptions = { seconds: 60, now, fileName: '简历 "1".pdf', contentType: 'application/pdf' }
const publicUrl = 'http://127.0.0.1:8787'

let stub: WechatStub
let folder: string
let disk: DiskFiles

beforeAll(async () => {
  stub = await startWechatStub()
  Object.assign(process.env, stub.env)
  folder = mkdtempSync(path.join(os.tmpdir(), 'bole-files-'))
  disk = diskFiles({ folder: path.join(folder, 'private'), key: Buffer.alloc(32, 7), publicUrl })
})

afterAll(async () => {
  await stub.close()
  rmSync(folder, { recursive: true })
})

describe.each<[string, () => FilesDoor, string]>([
  ['storage in the cloud, through the SDK', cloudFiles, 'cloud://stub-env.bucket/resumes/none.pdf'],
  ['files on disk', () => disk, 'resumes/none.pdf'],
])('%s', (_name, open, missing) => {
  it('gives back what was put', async () => {
    const storedAs = await open().put('resumes/one.pdf', bytes)
    expect(Buffer.from((await open().read(storedAs, 100)) ?? [])).toEqual(bytes)
  })

  it('replaces under the same path', async () => {
    await open().put('resumes/two.pdf', bytes)
    const storedAs = await open().put('resumes/two.pdf', Buffer.from('%PDF-2'))
    expect(Buffer.from((await open().read(storedAs, 100)) ?? []).toString()).toBe('%PDF-2')
  })

  it('gives up on a file that is larger than asked for', async () => {
    const storedAs = await open().put('resumes/large.pdf', Buffer.alloc(101))
    await expect(open().read(storedAs, 100)).rejects.toMatchObject({ code: 'file-size' })
  })

  it('removes, and does not mind what is gone already', async () => {
    const storedAs = await open().put('resumes/three.pdf', bytes)
    await open().remove([storedAs, missing])
    await open().remove([storedAs])
    await expect(open().read(storedAs, 100)).resolves.toBeNull()
  })

  it('has no bytes and no link for a file that is not there', async () => {
    await expect(open().read(missing, 100)).resolves.toBeNull()
    await expect(open().link(missing, linkOptions)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('links to a file', async () => {
    const storedAs = await open().put('resumes/four.pdf', bytes)
    expect(new URL(await open().link(storedAs, linkOptions)).pathname).toMatch(/^\/files\//)
  })
})

describe('files on disk', () => {
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  const signedOf = async (storedAs: string) =>
    (await disk.link(storedAs, linkOptions)).slice(`${publicUrl}/files/`.length)

  it('lets nobody but the owner in', async () => {
    await disk.put('resumes/mode.pdf', bytes)
    const mode = (...parts: string[]) => statSync(path.join(folder, 'private', ...parts)).mode & 0o777
    expect([mode(), mode('resumes'), mode('resumes', 'mode.pdf')]).toEqual([0o700, 0o700, 0o600])
  })

  it.each([
    '../outside.pdf',
    'resumes/../../outside.pdf',
    '/etc/passwd',
    'resumes//x',
    '.hidden',
    'a\\..\\b',
    'cloud://x/y',
    '',
  ])('refuses the path %j', async (storedAs) => {
    await expect(disk.put(storedAs, bytes)).rejects.toMatchObject({ code: 'bad-input' })
    await expect(disk.read(storedAs, 100)).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('opens its own link, with the name and type it was made for', async () => {
    await disk.put('resumes/five.pdf', bytes)
    const signed = await signedOf('resumes/five.pdf')
    await expect(disk.open(signed, later(59))).resolves.toEqual({
      bytes,
      fileName: linkOptions.fileName,
      contentType: 'application/pdf',
    })
  })

  it('opens no link that is over, damaged, or whose file is gone', async () => {
    await disk.put('resumes/six.pdf', bytes)
    const signed = await signedOf('resumes/six.pdf')
    const [body = '', mac = ''] = signed.split('.')
    const stretched = Buffer.from(body, 'base64url')
      .toString()
      .replace(/"until":\d+/, '"until":9999999999999')
    const forged = `${Buffer.from(stretched).toString('base64url')}.${mac}`
    for (const damaged of [forged, body, `${body}.`, `${signed}.x`, '', '.', `${body}.${mac.slice(1)}`]) {
      await expect(disk.open(damaged, now)).resolves.toBeNull()
    }
    await expect(disk.open(signed, later(60))).resolves.toBeNull()
    await disk.remove(['resumes/six.pdf'])
    await expect(disk.open(signed, now)).resolves.toBeNull()
  })
})
