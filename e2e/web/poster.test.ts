import { applyFromLanding, askWhy } from './people/visitor'
import { openReferral } from './people/referrer'
import { makePoster, openShares, savePoster } from './people/sharer'
import { DESK, PHONE, type Guest } from './support/guests'
import { mouse, touch } from './support/hands'
import { heading, see } from './support/look'
import { ownerOf, sharesOf } from './support/own-shares'
import { openReader, type Treatment } from './support/qr-reader'
import { makeResume } from './support/resume'
import { openWorld } from './support/world'

jest.setTimeout(60_000)

const world = openWorld()

const POSTER = { name: '楼下咖啡店', job: '高级前端工程师' }
const CANDIDATE = { phone: '13912345801', name: '慕容雪', note: '在咖啡店看到的海报' }
const AS_IT_IS: Treatment = { scale: 1, degrees: 0, jpeg: null }

let referrer: Guest
let picture: Buffer
let read: Awaited<ReturnType<typeof openReader>>
let link: string

beforeAll(async () => {
  referrer = await world.guests.invite(DESK)
  read = await openReader((await world.guests.invite(DESK)).page)
})

it('is drawn at 750 × 1334 and saved as it is seen', async () => {
  const { page } = referrer
  const session = world.server.tokenOf('referrer')
  await openShares(page, world.server, session)
  await makePoster(mouse, page, POSTER)
  await see(page, '楼下咖啡店 · 高级前端工程师 · 上海，来源记在你名下')
  const shown = page.getByRole('img', { name: /^海报：林晓推荐高级前端工程师 · 上海/ })
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(750)
  picture = await savePoster(mouse, page)
  expect(await read(picture, AS_IT_IS)).toMatchObject({ width: 750, height: 1334 })
  const share = (await sharesOf(world.server, session)).find(({ name }) => name === POSTER.name)
  link = `${world.server.url}/i/${share?.token}`
})

it.each<[string, Partial<Treatment>]>([
  ['as it was saved', {}],
  ['at half its size', { scale: 0.5 }],
  ['as a JPEG of quality 60', { jpeg: 0.6 }],
  ['turned by 10°', { degrees: 10 }],
  ['after all of it at once', { scale: 0.5, jpeg: 0.6, degrees: 10 }],
])('is read back to its own token %s', async (_how, treatment) => {
  expect((await read(picture, { ...AS_IT_IS, ...treatment })).text).toBe(link)
})

describe('whoever scans it with the phone’s camera', () => {
  let candidate: Guest
  let applicationId: string

  it('sees who recommends what, proves a number and applies', async () => {
    const { text } = await read(picture, AS_IT_IS)
    candidate = await world.guests.invite(PHONE, text ?? '')
    const { page } = candidate
    await heading(page, '林晓 推荐这个职位').waitFor()
    await see(page, '来自 TA 的海报')
    const person = { hand: touch, page }
    const resume = await makeResume()
    applicationId = await applyFromLanding(world.server, person, { ...CANDIDATE, resume })
  })

  it('belongs to the owner of the poster, and everybody reads why', async () => {
    expect(await ownerOf(world.server, applicationId)).toBe('林晓')
    await see(candidate.page, '林晓 · 前端平台部')
    await askWhy(touch, candidate.page, /^你从林晓的海报进来投递/)
    await see(candidate.page, '从谁的分享进来投递，就算谁的。')

    const { page } = referrer
    await page.goto(world.server.links.referrer)
    await openReferral(mouse, page, CANDIDATE.name)
    await askWhy(mouse, page, /^TA 从你的海报进来投递/)
  })
})
