import type { Move } from '../people/recruiter'
import { keyboard, mouse, touch, type Hand } from './hands'

export type Cast = { name: string; phone: string; note: string }

/** Three candidates for each way of using a browser. */
export const CASTS: { hand: Hand; candidates: [Cast, Cast, Cast] }[] = [
  { hand: touch, candidates: cast('1391234560', ['顾清越', '柏舟', '尹长风']) },
  { hand: mouse, candidates: cast('1391234561', ['司徒明远', '简宁', '路遥知']) },
  { hand: keyboard, candidates: cast('1391234562', ['温如言', '上官燕', '纪晓岚']) },
]

function cast(stem: string, [first, second, third]: [string, string, string]): [Cast, Cast, Cast] {
  const one = (name: string, digit: number) => ({
    name,
    phone: `${stem}${digit}`,
    note: `${name}：晚上七点以后方便接电话`,
  })
  return [one(first, 3), one(second, 5), one(third, 8)]
}

const to = (stage: string, about: string): Move => ({
  deed: `推进到${stage}`,
  candidate: `写给候选人：${about}`,
  referrer: `写给内推人：${about}`,
  note: `只给招聘同事：${about}`,
})

/** The four moves of the main job, from what was just handed in. */
export const MOVES: readonly Move[] = [
  to('初筛', '今天开始看经历'),
  to('用人部门评估', '转给前端平台部了'),
  to('面试', '约在周四下午'),
  { ...to('沟通 Offer', '面试很顺利'), choose: '沟通 Offer' },
]
