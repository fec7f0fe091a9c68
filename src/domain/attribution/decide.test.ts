import { accepted, appliedAt, before, decideOn, earlier, through, touch } from '@/testing/histories'
import type { Policy } from '../policy'
import type { Claim, Decision } from './decision'

const nobody = (reason: Decision['reason'], others: Claim[] = []): Decision => ({
  policyVersion: 1,
  rule: 'nobody',
  referrerId: null,
  shareId: null,
  invitationId: null,
  at: null,
  channel: null,
  protectedUntil: null,
  reason,
  others,
})

describe('each rule', () => {
  it('keeps the owner of an application that is still protected, before all else, with its date', () => {
    const others = { invitations: [accepted('mei', before(9))], touches: [touch('zhou', before(8))] }
    expect(decideOn({ applications: [earlier('lin', 30)], ...others })).toEqual({
      policyVersion: 1,
      rule: 'protected',
      referrerId: 'lin',
      shareId: 'invite-of-lin',
      invitationId: 'used-of-lin',
      at: before(30),
      channel: 'invite',
      protectedUntil: before(-150),
      reason: null,
      others: [
        {
          referrerId: 'mei',
          shareId: 'invite-of-mei',
          channel: 'invite',
          at: before(9),
          by: 'invitation',
          passedOver: 'lower-rule',
        },
        {
          referrerId: 'zhou',
          shareId: 'poster-of-zhou',
          channel: 'poster',
          at: before(8),
          by: 'touch',
          passedOver: 'lower-rule',
        },
      ],
    })
  })

  it('credits the invitation that was accepted first, though a poster was opened before it', () => {
    const decision = decideOn({
      invitations: [accepted('mei', before(5)), accepted('lin', before(9))],
      touches: [touch('zhou', before(20))],
    })
    expect(decision).toEqual({
      policyVersion: 1,
      rule: 'accepted-first',
      referrerId: 'lin',
      shareId: 'invite-of-lin',
      invitationId: 'invitation-of-lin',
      at: before(9),
      channel: 'invite',
      protectedUntil: null,
      reason: null,
      others: [
        {
          referrerId: 'mei',
          shareId: 'invite-of-mei',
          channel: 'invite',
          at: before(5),
          by: 'invitation',
          passedOver: 'later',
        },
        {
          referrerId: 'zhou',
          shareId: 'poster-of-zhou',
          channel: 'poster',
          at: before(20),
          by: 'touch',
          passedOver: 'lower-rule',
        },
      ],
    })
  })

  it('credits the share that was applied through, when no invitation was accepted', () => {
    const decision = decideOn({ through: through('lin', before(0)), touches: [touch('mei', before(3))] })
    expect(decision).toMatchObject({
      rule: 'applied-through',
      referrerId: 'lin',
      shareId: 'card-of-lin',
      invitationId: null,
      channel: 'card',
      at: appliedAt,
      others: [{ referrerId: 'mei', passedOver: 'lower-rule' }],
    })
  })

  it('credits the first touch in the window, when there is nothing better', () => {
    const touches = [touch('mei', before(3)), touch('lin', before(4)), touch('zhou', before(91))]
    expect(decideOn({ touches })).toMatchObject({
      rule: 'first-touch',
      referrerId: 'lin',
      shareId: 'poster-of-lin',
      invitationId: null,
      channel: 'poster',
      at: before(4),
      others: [{ referrerId: 'mei', passedOver: 'later' }],
    })
  })

  it('credits nobody who did nothing', () => {
    expect(decideOn({})).toEqual(nobody('no-source'))
  })

  it('goes by the order that the policy says, and leaves out what it does not name', () => {
    const all = {
      invitations: [accepted('lin', before(9))],
      through: through('mei', before(0)),
      touches: [touch('zhou', before(8))],
    }
    const ruleOf = (creditOrder: Policy['creditOrder']) => decideOn(all, { creditOrder }).rule
    expect(ruleOf(['first-touch', 'accepted-invitation', 'applied-share'])).toBe('first-touch')
    expect(ruleOf(['applied-share', 'accepted-invitation'])).toBe('applied-through')
    expect(decideOn(all, { creditOrder: [] })).toEqual(nobody('no-source'))
    expect(decideOn({ touches: [touch('lin', before(91))] }, { creditOrder: [] })).toEqual(
      nobody('no-source'),
    )
  })
})

describe('ties', () => {
  it.each([
    [
      'applications',
      {
        applications: [
          earlier('lin', 30, { applicationId: 'b' }),
          earlier('mei', 30, { applicationId: 'a' }),
        ],
      },
    ],
    ['invitations', { invitations: [accepted('lin', before(9), 'b'), accepted('mei', before(9), 'a')] }],
    ['touches', { touches: [touch('lin', before(9), 'b'), touch('mei', before(9), 'a')] }],
  ])('of %s are decided by id', (_what, some) => {
    expect(decideOn(some)).toMatchObject({
      referrerId: 'mei',
      others: [{ referrerId: 'lin', passedOver: 'later' }],
    })
  })

  it('of a touch by one colleague leave one claim of theirs, the best', () => {
    const touches = [touch('mei', before(9)), touch('mei', before(8)), touch('mei', before(9))]
    const decision = decideOn({
      invitations: [accepted('lin', before(3))],
      through: through('mei', before(0)),
      touches,
    })
    expect(decision.others).toEqual([
      {
        referrerId: 'mei',
        shareId: 'card-of-mei',
        channel: 'card',
        at: appliedAt,
        by: 'share',
        passedOver: 'lower-rule',
      },
    ])
  })
})

it('does not know the channel of a protected application that came by no invitation', () => {
  const decision = decideOn({
    applications: [earlier('lin', 30, { invitationId: null, shareId: 'poster-of-lin' })],
  })
  expect(decision).toMatchObject({ rule: 'protected', shareId: 'poster-of-lin', channel: null })
})

it('writes down the version of the policy', () => {
  expect(decideOn({}, { version: 7 }).policyVersion).toBe(7)
})
