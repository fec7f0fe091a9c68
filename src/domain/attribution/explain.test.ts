import fc from 'fast-check'
import { arbitraryHistory, arbitraryPolicy } from '@/testing/arbitrary-history'
import { POLICY, type Policy } from '../policy'
import { decide } from './decide'
import type { Claim, Decision } from './decision'
import { explainDecision, type Explaining } from './explain'

const names = { lin: '林晓', wang: '王磊', zhao: '赵敏' }
const on = (month: number, day: number, hour = 10) =>
  new Date(Date.UTC(2026, month - 1, day, hour - 8)).toISOString()

const nobody: Decision = {
  policyVersion: 1,
  rule: 'nobody',
  referrerId: null,
  shareId: null,
  invitationId: null,
  at: null,
  channel: null,
  protectedUntil: null,
  reason: 'no-source',
  others: [],
}
const lin = { ...nobody, referrerId: 'lin', reason: null, at: on(11, 3) }
const accepted: Decision = { ...lin, rule: 'accepted-first', channel: 'invite' }
const through: Decision = { ...lin, rule: 'applied-through', channel: 'poster' }
const touched: Decision = { ...lin, rule: 'first-touch', channel: 'code' }
const kept: Decision = { ...lin, rule: 'protected', channel: null, at: on(6, 1), protectedUntil: on(11, 28) }

const claim = (referrerId: string, at: string, some: Partial<Claim> = {}): Claim => ({
  referrerId,
  shareId: null,
  channel: 'poster',
  at,
  by: 'touch',
  passedOver: 'lower-rule',
  ...some,
})
const invited = { by: 'invitation', channel: 'invite' } as const
const said = (seat: Explaining['seat'], decision: Decision, others: Claim[] = [], policy: Policy = POLICY) =>
  explainDecision({ ...decision, others }, { seat, names, policy }).join('')

describe('to the candidate', () => {
  it.each<[string, Decision, Claim[], string]>([
    ['one invitation', accepted, [], '你在 11 月 3 日接受了林晓的邀请。最先接受的邀请算数。'],
    [
      'a poster that came later',
      accepted,
      [claim('wang', on(11, 5))],
      '你在 11 月 3 日接受了林晓的邀请，早于王磊的海报（11 月 5 日）。最先接受的邀请算数。',
    ],
    [
      'another invitation, later on the same day',
      accepted,
      [claim('wang', on(11, 3, 14), { ...invited, passedOver: 'later' })],
      '你在 11 月 3 日接受了林晓的邀请，早于王磊的邀请（当天 14:00）。最先接受的邀请算数。',
    ],
    [
      'a poster that came before the invitation',
      accepted,
      [claim('wang', on(11, 1))],
      '你在 11 月 3 日接受了林晓的邀请。最先接受的邀请算数。你也打开过王磊的海报（11 月 1 日），按次序排在后面。' +
        '先看接受过的邀请，再看投递时用的分享，最后看最先打开的分享。',
    ],
    [
      'an invitation accepted in the same moment',
      accepted,
      [claim('wang', on(11, 3), { ...invited, passedOver: 'later' })],
      '你在 11 月 3 日接受了林晓的邀请。最先接受的邀请算数。你也接受过王磊的邀请（当天 10:00），按次序排在后面。',
    ],
    [
      'an invitation of somebody who left, and a share of their own',
      accepted,
      [
        claim('zhao', on(11, 1), { ...invited, passedOver: 'left' }),
        claim('me', on(11, 2), { passedOver: 'self' }),
      ],
      '你在 11 月 3 日接受了林晓的邀请。最先接受的邀请算数。赵敏的邀请（11 月 1 日）、你自己的海报（11 月 2 日）按规则不能算数。',
    ],
    [
      'the share applied through',
      through,
      [claim('wang', on(11, 1), { channel: 'code' })],
      '你从林晓的海报进来投递（11 月 3 日）。从谁的分享进来投递，就算谁的。你也用过王磊的内推码（11 月 1 日），按次序排在后面。' +
        '先看接受过的邀请，再看投递时用的分享，最后看最先打开的分享。',
    ],
    [
      'the first touch',
      touched,
      [
        claim('wang', on(11, 5), { passedOver: 'later' }),
        claim('unknown', on(11, 6), { passedOver: 'later' }),
      ],
      '你在 11 月 3 日用了林晓的内推码，早于王磊的海报（11 月 5 日）、一位同事的海报（11 月 6 日）。投递前 90 天内，最先打开的分享算数。',
    ],
    [
      'an application that is still protected',
      kept,
      [claim('wang', on(11, 5), invited), claim('zhao', on(7, 1), { by: 'protection', passedOver: 'later' })],
      '你在 6 月 1 日由林晓内推投递过，保护期至 11 月 28 日（流程没结束会延长）。保护期内再次投递，内推人不变。' +
        '你也接受过王磊的邀请（11 月 5 日）、由赵敏内推投递过（7 月 1 日），在保护期内不改变内推人。',
    ],
  ])('%s', (_what, decision, others, words) => {
    expect(said('candidate', decision, others)).toBe(words)
  })

  it.each<[Decision['reason'], RegExp]>([
    ['no-source', /^投递前没有找到可以算数的邀请或分享，这次没有记内推人。/],
    ['outside-window', /^你打开同事的分享，是在投递的 90 天以前，已经过了期限，这次没有记内推人。/],
    ['self', /^你用的是自己的邀请或分享，自己不能内推自己，这次没有记内推人。/],
    ['own-job', /^推荐你的同事负责这个职位的招聘或用人，按规则不能做内推人。/],
    ['left', /^推荐你的同事现在不在职，按规则不能做内推人。/],
    ['intern', /^推荐你的同事是实习生，按公司规则不能做内推人。/],
    ['relative', /^推荐你的同事登记为你的亲属，按公司规则不能做内推人。/],
  ])('nobody because of %s: says why, what to do, and no name', (reason, words) => {
    const told = said('candidate', { ...nobody, reason }, [claim('wang', on(11, 1), { passedOver: 'left' })])
    expect(told).toMatch(words)
    expect(told).toMatch(/如果有同事推荐过你，可以说明是谁，招聘 HR 会核实。$/)
    expect(told).not.toContain('王磊')
  })
})

describe('to the referrer', () => {
  it.each<[string, Decision, string]>([
    ['an accepted invitation', accepted, 'TA 在 11 月 3 日接受了你的邀请，这是 TA 最先接受的一份有效邀请。'],
    [
      'the share applied through',
      through,
      'TA 从你的海报进来投递（11 月 3 日）。从谁的分享进来投递，就算谁的。',
    ],
    ['the first touch', touched, 'TA 在 11 月 3 日用了你的内推码。投递前 90 天内，最先打开的分享算数。'],
    [
      'a protected application',
      kept,
      'TA 在 6 月 1 日由你内推投递过，保护期至 11 月 28 日（流程没结束会延长）。保护期内再次投递，内推人不变。',
    ],
    ['nobody', nobody, '这次投递没有记在你名下。'],
  ])('%s', (_what, decision, words) => {
    expect(said('referrer', decision)).toBe(words)
  })

  it('says the same whether others took part or not', () => {
    fc.assert(
      fc.property(arbitraryHistory, arbitraryPolicy, (history, policy) => {
        const decision = decide(history, policy)
        const mine = <T extends { referrerId: string }>(rows: readonly T[]) =>
          rows.filter(({ referrerId }) => referrerId === decision.referrerId)
        const alone = decide(
          {
            ...history,
            through: history.through && (mine([history.through])[0] ?? null),
            invitations: mine(history.invitations),
            touches: mine(history.touches),
            applications: history.applications.filter(({ ownerId }) => ownerId === decision.referrerId),
          },
          policy,
        )
        expect(alone.others).toEqual([])
        expect(said('referrer', alone, [], policy)).toBe(
          said('referrer', decision, [...decision.others], policy),
        )
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('to the recruiter', () => {
  it('says everything: the owner, the rule, the order, every other claim and the version', () => {
    const others = [
      claim('zhao', on(11, 1), { ...invited, passedOver: 'own-job' }),
      claim('wang', on(11, 5)),
      claim('unknown', on(11, 4), { ...invited, passedOver: 'later' }),
    ]
    expect(explainDecision({ ...accepted, others }, { seat: 'recruiter', names, policy: POLICY })).toEqual([
      '记在林晓名下：候选人在 11 月 3 日接受了 TA 的邀请。',
      '最先接受的邀请算数。',
      '先看接受过的邀请，再看投递时用的分享，最后看最先打开的分享。',
      '赵敏的邀请（11 月 1 日）没有算数：负责这个职位的招聘或用人。',
      '王磊的海报（11 月 5 日）没有算数：次序在后。',
      '一位同事的邀请（11 月 4 日）没有算数：比它晚。',
      '按第 1 版规则。',
    ])
  })

  it.each<[Decision, Claim, string]>([
    [
      accepted,
      claim('wang', on(11, 3), { passedOver: 'later' }),
      '当天 10:00）没有算数：同一时刻，按编号排在后面。',
    ],
    [kept, claim('wang', on(11, 5)), '没有算数：还在保护期内。'],
    [
      accepted,
      claim('wang', on(6, 1), { by: 'protection', passedOver: 'left' }),
      '王磊的上次内推（6 月 1 日）没有算数：已不在职。',
    ],
    [touched, claim('wang', on(11, 1), { passedOver: 'self' }), '没有算数：是候选人本人。'],
    [
      touched,
      claim('wang', on(11, 1), { passedOver: 'intern' }),
      '没有算数：是实习生，现行规则不让实习生内推。',
    ],
    [
      touched,
      claim('wang', on(11, 1), { passedOver: 'relative' }),
      '没有算数：登记为候选人的亲属，现行规则不计亲属。',
    ],
  ])('%# says why a claim was passed over', (decision, other, words) => {
    expect(said('recruiter', decision, [other])).toContain(words)
  })

  it.each<[Decision, string]>([
    [through, '记在林晓名下：候选人从 TA 的海报进来投递（11 月 3 日）。'],
    [touched, '记在林晓名下：候选人在 11 月 3 日用了 TA 的内推码。'],
    [kept, '记在林晓名下：候选人在 6 月 1 日由 TA 内推投递过，保护期至 11 月 28 日（流程没结束会延长）。'],
    [nobody, '没有记内推人：投递前没有可以算数的邀请或分享。'],
    [{ ...nobody, reason: 'outside-window' }, '没有记内推人：打开分享是在投递的 90 天以前。'],
    [{ ...nobody, reason: 'left' }, '没有记内推人：有来源，都不能算数。'],
  ])('%# begins with what decided', (decision, words) => {
    expect(explainDecision(decision, { seat: 'recruiter', names, policy: POLICY })[0]).toBe(words)
  })

  it('tells the order that the policy has', () => {
    const policy = { ...POLICY, creditOrder: ['first-touch', 'accepted-invitation'] as const }
    expect(said('recruiter', touched, [claim('wang', on(11, 1))], policy)).toContain(
      '先看最先打开的分享，最后看接受过的邀请。',
    )
  })
})
