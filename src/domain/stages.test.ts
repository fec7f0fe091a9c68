import {
  backwardFrom,
  isEnd,
  moveKind,
  needsReason,
  onwardFrom,
  STAGES,
  stageWords,
  stepsDone,
} from './stages'

describe('moveKind', () => {
  it.each([
    ['applied', 'screening', 'forward'],
    ['interview', 'interview', 'next-round'],
    ['interview', 'offer', 'forward'],
    ['hired', 'confirmed', 'forward'],
    ['screening', 'rejected', 'end'],
    ['offer', 'withdrawn', 'end'],
    ['offer', 'review', 'back'],
    ['rejected', 'screening', 'reopen'],
    ['pooled', 'interview', 'reopen'],
    ['applied', 'interview', null],
    ['applied', 'applied', null],
    ['confirmed', 'screening', null],
    ['rejected', 'withdrawn', null],
    ['rejected', 'hired', null],
  ] as const)('%s → %s is %s', (from, to, kind) => {
    expect(moveKind(from, to)).toBe(kind)
  })

  it('lets nobody leave an end without a reason', () => {
    for (const from of STAGES.filter(isEnd)) {
      expect(onwardFrom(from)).toEqual([])
      for (const to of STAGES) {
        const kind = moveKind(from, to)
        expect(kind === null || needsReason(kind)).toBe(true)
      }
    }
  })
})

it('offers the earlier stages for a step back', () => {
  expect(backwardFrom('interview')).toEqual(['applied', 'screening', 'review'])
  expect(backwardFrom('confirmed')).toEqual([])
})

it('tells the interview round and nothing more', () => {
  expect(stageWords('interview', 2)).toBe('面试 · 第 2 轮')
  expect(stageWords('review', 2)).toBe('用人部门评估')
})

it.each([
  ['applied', 0],
  ['interview', 3],
  ['hired', 6],
  ['confirmed', 7],
] as const)('counts the steps behind %s as %i', (stage, steps) => {
  expect(stepsDone(stage)).toBe(steps)
})
