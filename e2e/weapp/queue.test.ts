/** @jest-environment ./e2e/weapp/environment.ts */
import { STAGE_TEXTS } from '@/domain/stage-texts'
import { START_MS } from '../local-server'
import { openHttpStage, type HttpStage } from './http-stage'
import { proveByCode } from './prove'
import { askWith, type Ask } from './recruiter'
import { overloaded, type MiniProgram } from './simulator'
import { until } from './until'

jest.setTimeout(60_000)

const CHEN_SI = '13800138002'
const PAGE = 20

let stage: HttpStage
let recruiter: MiniProgram
let ask: Ask

beforeAll(async () => {
  stage = await openHttpStage()
  recruiter = stage.phone()
  ask = askWith(stage.server.url, stage.server.tokenOf('recruiter'))
}, START_MS)

afterAll(() => stage?.close())

async function reject(id: string): Promise<void> {
  const { version } = await ask('progress.get', { as: 'recruiter', id })
  const { candidate: candidateText, referrer: referrerText } = STAGE_TEXTS.rejected
  const texts = { candidateText, referrerText, internalNote: null, reason: null }
  await ask('stage.move', { requestId: 'request-reject', id, version, to: 'rejected', ...texts })
}

/** Every row says how it came. */
const rows = () => recruiter.text().match(/推荐 · |自己投递/g)?.length ?? 0
const seeRows = (count: number) =>
  until(
    `There were not ${count} rows`,
    () => rows() === count,
    () => `${rows()} rows`,
  )

describe('a recruiter’s long list in the pocket', () => {
  it('shows a page, and on request page after page', async () => {
    recruiter.open('/pages/me/index')
    await recruiter.tap('验证手机号')
    await proveByCode(recruiter, stage.server, CHEN_SI)
    await recruiter.tap('招聘工作台')
    await seeRows(PAGE)
    for (const pages of [2, 3, 4]) {
      await recruiter.tap('再看更早的')
      await seeRows(pages * PAGE)
    }
  })

  it('goes on showing as many when somebody moves the one on top, and all the others move up', async () => {
    const { items } = await ask('progress.list', { as: 'recruiter', filter: 'active' })
    const [top] = items
    const name = top?.name ?? ''
    expect(recruiter.text().indexOf(name)).toBeLessThan(200)
    await reject(top?.id ?? '')
    await recruiter.gone(name)
    await seeRows(4 * PAGE)
  })

  it('is never handed more than 64 KB at once', () => {
    expect(overloaded([recruiter])).toEqual([])
  })
})
