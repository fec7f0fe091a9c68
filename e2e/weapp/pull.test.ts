/** @jest-environment ./e2e/weapp/environment.ts */
import { START_MS } from '../local-server'
import { openHttpStage, type HttpStage } from './http-stage'
import { proveByCode } from './prove'
import type { MiniProgram } from './simulator'

jest.setTimeout(60_000)

const CHEN_SI = '13800138002'

let stage: HttpStage

beforeAll(async () => {
  stage = await openHttpStage()
}, START_MS)
afterAll(() => stage?.close())

const LISTS: [path: string, words: string][] = [
  ['/pages/home/index', '进行中'],
  ['/pages/jobs/index', '前端'],
  ['/pages/progress/index', '我推荐的'],
  ['/shares/list/index', '海报'],
  ['/recruiter/list/index', '进行中'],
  ['/recruiter/claims/index', '裁定'],
  ['/recruiter/shares/index', '来源'],
]

describe('a list that is pulled down', () => {
  it.each(LISTS)('%s lets go also for a visitor, to whom it shows nothing', async (path) => {
    const phone = stage.phone()
    phone.open(path)
    await phone.see(/验证|前端/)
    await phone.pull()
  })

  describe('by somebody who may see it', () => {
    let recruiter: MiniProgram
    beforeAll(async () => {
      recruiter = stage.phone()
      recruiter.open('/pages/me/index')
      await recruiter.tap('验证手机号')
      await proveByCode(recruiter, stage.server, CHEN_SI)
      await recruiter.see('招聘工作台')
    }, START_MS)

    it.each(LISTS)('%s loads again and lets go', async (path, words) => {
      recruiter.open(path)
      await recruiter.see(words)
      await recruiter.pull()
      await recruiter.see(words)
    })

    it.each(LISTS)('%s lets go and keeps what it shows when the network is away', async (path, words) => {
      recruiter.open(path)
      await recruiter.see(words)
      recruiter.setOnline(false)
      try {
        await recruiter.pull()
        await recruiter.see(words)
      } finally {
        recruiter.setOnline(true)
      }
    })
  })
})
