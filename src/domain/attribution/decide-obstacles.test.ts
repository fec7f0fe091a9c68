import { accepted, before, decideOn, earlier, through, touch } from '@/testing/histories'
import type { Policy } from '../policy'
import type { Obstacle } from './decision'

describe('each obstacle', () => {
  const cases: [string, Obstacle, Partial<Policy>][] = [
    ['candidate', 'self', {}],
    ['chen', 'own-job', {}],
    ['wang', 'own-job', {}],
    ['he', 'left', {}],
    ['not-on-the-roster', 'left', {}],
    ['xu', 'intern', {}],
    ['zhou', 'relative', { relatives: 'excluded' }],
  ]

  it.each(cases)('%s is passed over in every rule (%s), to the next of the rule', (who, obstacle, policy) => {
    const passedOver = { others: [{ referrerId: who, passedOver: obstacle }] }
    expect(decideOn({ applications: [earlier(who, 40), earlier('lin', 30)] }, policy)).toMatchObject({
      rule: 'protected',
      referrerId: 'lin',
      ...passedOver,
    })
    expect(
      decideOn({ invitations: [accepted(who, before(9)), accepted('lin', before(5))] }, policy),
    ).toMatchObject({ rule: 'accepted-first', referrerId: 'lin', ...passedOver })
    expect(decideOn({ touches: [touch(who, before(9)), touch('lin', before(5))] }, policy)).toMatchObject({
      rule: 'first-touch',
      referrerId: 'lin',
      ...passedOver,
    })
  })

  it.each(cases)('%s is passed over in every rule (%s), to the next rule', (who, obstacle, policy) => {
    const blocked = {
      applications: [earlier(who, 40)],
      invitations: [accepted(who, before(9))],
      through: through(who, before(0)),
      touches: [touch(who, before(9))],
    }
    expect(
      decideOn({ ...blocked, invitations: [accepted(who, before(9)), accepted('lin', before(5))] }, policy),
    ).toMatchObject({ rule: 'accepted-first', referrerId: 'lin' })
    expect(decideOn({ ...blocked, touches: [touch('lin', before(5))] }, policy)).toMatchObject({
      rule: 'first-touch',
      referrerId: 'lin',
    })
    expect(
      decideOn({ ...blocked, applications: [], through: through('lin', before(0)) }, policy),
    ).toMatchObject({ rule: 'applied-through', referrerId: 'lin' })
    expect(decideOn(blocked, policy)).toMatchObject({
      rule: 'nobody',
      referrerId: null,
      reason: obstacle,
      others: [{ referrerId: who, at: before(40), by: 'protection', passedOver: obstacle }],
    })
  })

  it('is not there for a relative or an intern when the policy says so', () => {
    expect(decideOn({ touches: [touch('zhou', before(3))] })).toMatchObject({ referrerId: 'zhou' })
    expect(decideOn({ touches: [touch('xu', before(3))] }, { internsMayRefer: true })).toMatchObject({
      referrerId: 'xu',
    })
  })

  it('of the best claim is the reason when nobody is left', () => {
    const decision = decideOn({
      invitations: [accepted('chen', before(9))],
      touches: [touch('he', before(20)), touch('lin', before(91))],
    })
    expect(decision).toMatchObject({ rule: 'nobody', reason: 'own-job' })
    expect(decision.others.map(({ referrerId, passedOver }) => [referrerId, passedOver])).toEqual([
      ['chen', 'own-job'],
      ['he', 'left'],
    ])
  })
})
