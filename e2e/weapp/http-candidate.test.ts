/** @jest-environment ./e2e/weapp/environment.ts */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { START_MS } from '../local-server'
import { openHttpStage, type HttpStage } from './http-stage'
import { proveByCode } from './prove'
import { overloaded, type MiniProgram } from './simulator'

jest.setTimeout(60_000)

const CHEN_SI = '13800138002'
const CANDIDATE = { name: '上官燕', phone: '13912345683' }

let stage: HttpStage
let candidate: MiniProgram
let recruiter: MiniProgram

beforeAll(async () => {
  stage = await openHttpStage()
  candidate = stage.phone()
  recruiter = stage.phone()
}, START_MS)

afterAll(() => stage?.close())

describe('somebody without an invitation', () => {
  it('looks at the jobs, and proves the number where applying needs it', async () => {
    candidate.open('/pages/home/index')
    candidate.tab('职位')
    await candidate.tap('高级前端工程师')
    await candidate.see('说实话的部分')
    await candidate.tap('投递')
    await candidate.tap('去验证')
    await proveByCode(candidate, stage.server, CANDIDATE.phone)
    await candidate.see('简历（选填）', '139****5683')
  })

  it('is told what a file really is, and attaches another', async () => {
    await candidate.fill('姓名', CANDIDATE.name)
    const fake = path.join(path.dirname(stage.resume.path), 'fake.pdf')
    writeFileSync(fake, '%PD not a PDF')
    candidate.device.chatFile = fake
    await candidate.tap('选择文件')
    await candidate.see('这个文件的内容不是 PDF、DOC 或 DOCX，可能改过后缀，请换一个')
    candidate.device.chatFile = stage.resume.path
    await candidate.tap('选择文件')
    await candidate.see('已上传')
  })

  it('taps once while the network is away, and has applied when it is back', async () => {
    candidate.setOnline(false)
    await candidate.tap('投递')
    await candidate.see('连上后自动投递')
    candidate.setOnline(true)
    await candidate.see('我们收到了，会认真看完你的资料。', '推荐归属没有内推人')
  })

  it('is on the desk of the recruiter, who carries it in the pocket', async () => {
    recruiter.open('/pages/me/index')
    await recruiter.tap('验证手机号')
    await proveByCode(recruiter, stage.server, CHEN_SI)
    await recruiter.tap('招聘工作台')
    await recruiter.see('进行中', '陈思处理中')
    recruiter.open(`/recruiter/detail/index?id=${candidate.query().id}`)
    await recruiter.see(CANDIDATE.name, '自己投递')
  })

  it('finds on return to the network what has changed meanwhile', async () => {
    candidate.setOnline(false)
    await candidate.see('暂时连不上')
    await recruiter.tap('推进到初筛，并告诉候选人')
    await recruiter.see('已经告诉：')
    candidate.setOnline(true)
    await candidate.see('招聘同事正在看你的经历。')
    await candidate.gone('暂时连不上')
  })

  it('withdraws, and nothing more is ahead', async () => {
    await candidate.tap('撤回投递')
    await candidate.tap('确认撤回')
    await candidate.see('你已撤回投递')
    expect(candidate.text()).not.toContain('面试')
  })

  it('has no page that is handed more than 64 KB at once', () => {
    expect(overloaded([candidate, recruiter])).toEqual([])
  })
})
