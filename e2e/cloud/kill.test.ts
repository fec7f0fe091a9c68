import { dispatch } from '@/cloud/dispatch'
import { openCompany, type Company } from '@/testing/company'
import { makeChildren, type Children } from './kill/children'
import type { Death } from './kill/order'
import { everyRow, footprint, type Footprint } from './kill/rows'
import { SCENES, type Asking, type Scene } from './kill/scenes'

let company: Company
let children: Children

beforeAll(async () => {
  company = await openCompany()
  children = await makeChildren(company)
})
afterAll(async () => {
  children.remove()
  await company.close()
})

const MOMENTS: Death['when'][] = ['before', 'during', 'after']

const rows = () => everyRow(company.service.db)
const again = ({ who, call, input }: Asking) => dispatch(call, input, company.context(who))

describe.each(Object.entries(SCENES))('%s, killed at any of its statements', (_name, scene) => {
  it('has done everything or nothing, and does it once when it is sent again', async () => {
    const { whole, statements } = await doneWhole(scene)
    for (let statement = 1; statement <= statements; statement++) {
      for (const when of MOMENTS) {
        const { left, ...then } = await killedAndSentAgain(scene, { statement, when }, whole)
        const [first, last] = [`before 1`, `after ${statements}`]
        const known = { [first]: 'nothing', [last]: 'everything' }[`${when} ${statement}`]
        expect({ when, statement, left }).toEqual({
          ...{ when, statement },
          left: known ?? expect.stringMatching(/^(nothing|everything)$/),
        })
        expect(then).toEqual({ secondOk: true, written: whole, thirdEqual: true, thirdWrote: {} })
      }
    }
  }, 60_000)
})

/** What the call writes when nothing happens to it, and in how many statements. */
async function doneWhole(scene: Scene): Promise<{ whole: Footprint; statements: number }> {
  const asking = await scene(company)
  const before = await rows()
  const { reply, statements } = await children.serve(asking)
  expect(reply).toMatchObject({ ok: true })
  const whole = footprint(before, await rows())
  expect(whole).not.toEqual({})
  return { whole, statements }
}

async function killedAndSentAgain(scene: Scene, death: Death, whole: Footprint) {
  const asking = await scene(company)
  const before = await rows()
  await children.killed(asking, death)
  const left = footprint(before, await rows())
  const second = await again(asking)
  const done = await rows()
  const third = await again(asking)
  return {
    left: inWord(left, whole),
    secondOk: second.ok,
    written: footprint(before, done),
    thirdEqual: JSON.stringify(third) === JSON.stringify(second),
    thirdWrote: footprint(done, await rows()),
  }
}

function inWord(left: Footprint, whole: Footprint): string {
  const text = JSON.stringify(left)
  return text === '{}' ? 'nothing' : text === JSON.stringify(whole) ? 'everything' : text
}
