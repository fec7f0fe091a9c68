import { STAGE_TEXTS } from '@/domain/stage-texts'
import { STAGES, type Stage } from '@/domain/stages'
import { chooseTarget, isWritten, openDraft, problemIn, rebase, targetsFrom, write } from './draft'

describe('a move as it is written', () => {
  it.each([
    ['applied', 'screening'],
    ['interview', 'interview'],
    ['hired', 'confirmed'],
    ['rejected', null],
    ['confirmed', null],
  ] as const)('from %s offers %s first', (stage, to) => {
    expect(openDraft(stage).to).toBe(to)
  })

  it('starts with what both sides usually read', () => {
    expect(openDraft('applied').texts).toEqual(STAGE_TEXTS.screening)
  })

  it('refills only untouched texts when the target changes', () => {
    const own = write(openDraft('applied'), 'candidate', '我们周三给你回音。')
    expect(chooseTarget(own, 'rejected').texts).toEqual({
      candidate: '我们周三给你回音。',
      referrer: STAGE_TEXTS.rejected.referrer,
    })
  })

  it('refills a text that was emptied or written back to the usual one', () => {
    const draft = openDraft('applied')
    const emptied = write(write(draft, 'candidate', '谢谢'), 'candidate', '')
    const back = write(write(draft, 'candidate', '谢谢'), 'candidate', STAGE_TEXTS.screening.candidate)
    for (const one of [emptied, back]) {
      expect(chooseTarget(one, 'pooled').texts).toEqual(STAGE_TEXTS.pooled)
    }
  })

  it('knows whether anything in it is the recruiter’s own', () => {
    const draft = openDraft('review')
    expect(isWritten(draft)).toBe(false)
    expect(isWritten(write(draft, 'referrer', '下周面'))).toBe(true)
    expect(isWritten({ ...draft, note: '薪资期望偏高' })).toBe(true)
  })
})

describe('when a colleague was faster', () => {
  it('keeps the written words and a target that is still possible', () => {
    const draft = chooseTarget(write(openDraft('applied'), 'candidate', '我们周三给你回音。'), 'rejected')
    const now = rebase(draft, 'applied', 'review')
    expect(now.to).toBe('rejected')
    expect(now.texts.candidate).toBe('我们周三给你回音。')
  })

  it('offers the next stage when the target is where it stands now', () => {
    expect(rebase(openDraft('applied'), 'applied', 'screening').to).toBe('review')
  })

  it('does not turn a step forward into a step back', () => {
    expect(rebase(openDraft('applied'), 'applied', 'review').to).toBe('interview')
  })

  it('offers nothing first when it has ended', () => {
    expect(rebase(openDraft('applied'), 'applied', 'withdrawn').to).toBeNull()
  })
})

describe('what keeps a move from being sent', () => {
  it.each([
    ['no target', openDraft('rejected'), 'rejected', 'form'],
    ['a step back without a reason', chooseTarget(openDraft('review'), 'screening'), 'review', 'reason'],
    ['no words for the candidate', write(openDraft('applied'), 'candidate', ' '), 'applied', 'candidate'],
    ['no words for the referrer', write(openDraft('applied'), 'referrer', ''), 'applied', 'referrer'],
  ] as const)('is %s', (_what, draft, stage, at) => {
    expect(problemIn(draft, stage)).toMatchObject({ at })
  })

  it('is nothing, for the move that is offered first', () => {
    expect(problemIn(openDraft('applied'), 'applied')).toBeNull()
  })
})

describe('the offered moves', () => {
  it.each(STAGES)('from %s are offered once each', (stage: Stage) => {
    const { onward, ends, backward } = targetsFrom(stage)
    const all = [...onward, ...ends, ...backward]
    expect(new Set(all).size).toBe(all.length)
  })

  it('puts a confirmed hire among the ways onward, not among the ends', () => {
    expect(targetsFrom('hired')).toMatchObject({ onward: ['confirmed'], ends: ['rejected', 'withdrawn'] })
  })
})
