import { dispatch } from '@/cloud/dispatch'
import type { Poster } from '@/contract/calls/share'
import { AppError } from '@/contract/errors'
import { MONDAY, openCompany, requestId, type Colleague, type Company } from '@/testing/company'
import { memoryDoors } from '@/testing/doors'

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(300, 7)])
const JPEG = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(300, 9)])

const { wechat } = memoryDoors()
const miniCode = jest.fn<Promise<Buffer>, [{ scene: string; page: string; width?: number }]>()

let company: Company
let referrer: Colleague
let jobId: string

beforeAll(async () => {
  company = await openCompany({ wechat: { ...wechat, miniCode } })
  jobId = await company.job()
})
afterAll(() => company.close())
beforeEach(async () => {
  company.at(MONDAY)
  miniCode.mockReset().mockResolvedValue(PNG)
  referrer = await company.colleague()
})

async function poster(forJob: string | null = jobId, by = referrer) {
  const input = { requestId: requestId(), channel: 'poster' as const, jobId: forJob, name: null, title: null }
  return (await company.must(by, 'share.create', input)).share
}

async function inWechat(id: string): Promise<Poster> {
  const reply = await dispatch('share.poster', { id }, { ...company.context(referrer), openid: 'oLinXiao' })
  if (!reply.ok) throw new Error(reply.code)
  return reply.data as Poster
}

it('shows company, job and the first name and department of its referrer; on the web a QR code of the link', async () => {
  const share = await poster()
  expect(await company.must(referrer, 'share.poster', { id: share.id })).toMatchObject({
    company: '星河科技',
    referrer: { name: '林晓', department: '前端平台部' },
    job: { id: jobId, title: '高级前端工程师' },
    jobTitles: [],
    code: { kind: 'qr', text: share.link },
  })
  expect(miniCode).not.toHaveBeenCalled()
})

it('of all open jobs names five of them', async () => {
  for (let n = 0; n < 6; n++) await company.job()
  await company.job({ status: 'closed' })
  const shown = await company.must(referrer, 'share.poster', { id: (await poster(null)).id })
  expect(shown.job).toBeNull()
  expect(shown.jobTitles).toEqual(Array.from({ length: 5 }, () => '高级前端工程师'))
})

it.each([
  ['PNG', PNG, 'image/png'],
  ['JPEG', JPEG, 'image/jpeg'],
])(
  'in WeChat has a 小程序码 as %s, told by its bytes, and asks for it once',
  async (_what, bytes, contentType) => {
    miniCode.mockResolvedValue(bytes)
    const { id, token } = await poster()
    const first = await inWechat(id)
    expect(first.code).toEqual({ kind: 'image', base64: bytes.toString('base64'), contentType })
    expect(miniCode).toHaveBeenCalledWith({ scene: token, page: 'pages/invitation/index', width: 430 })

    const before = company.service.db.statements
    expect((await inWechat(id)).code).toEqual(first.code)
    expect(company.service.db.statements - before).toBe(1)
    expect(miniCode).toHaveBeenCalledTimes(1)
  },
)

it('keeps one picture when two ask at once', async () => {
  const { id } = await poster()
  const [first, second] = await Promise.all([inWechat(id), inWechat(id)])
  expect(first.code).toEqual(second.code)
})

it.each<[string, () => Promise<Buffer>]>([
  ['WeChat’s quota is used up', () => Promise.reject(new AppError('unavailable', 'away (45009)'))],
  ['WeChat is away', () => Promise.reject(new AppError('unavailable', 'away (-1)'))],
  ['the picture is empty', async () => Buffer.alloc(0)],
  ['the picture is a failure in words', async () => Buffer.from('{"errcode":45009}')],
])('has the QR code of the link when %s, and asks again the next time', async (_what, answer) => {
  miniCode.mockImplementationOnce(answer)
  const { id, link } = await poster()
  expect((await inWechat(id)).code).toEqual({ kind: 'qr', text: link })
  expect((await inWechat(id)).code).toMatchObject({ kind: 'image', contentType: 'image/png' })
})

it('does not hide a fault of ours behind the QR code', async () => {
  miniCode.mockRejectedValueOnce(new AppError('internal', 'wxacode.getUnlimited answered 47003'))
  const { id } = await poster()
  await expect(inWechat(id)).rejects.toThrow('internal')
})

it('is over with its share, and nobody else’s to see', async () => {
  const { id } = await poster()
  expect(await company.call(await company.colleague(), 'share.poster', { id })).toMatchObject({
    code: 'not-found',
  })
  await company.must(referrer, 'share.end', { requestId: requestId(), id })
  expect(await company.call(referrer, 'share.poster', { id })).toMatchObject({ code: 'share-ended' })
})
