import { accepted, appliedAt, before, decideOn, earlier, touch } from '@/testing/histories'

describe('the edges of time', () => {
  it.each([
    ['90 days before, to the millisecond', before(90), 'first-touch', null],
    ['a millisecond more than 90 days before', before(90, -1), 'nobody', 'outside-window'],
    ['at the moment of applying', appliedAt, 'first-touch', null],
    ['a millisecond after applying', before(0, 1), 'nobody', 'no-source'],
  ])('a touch %s (%s) leads to %s', (_when, at, rule, reason) => {
    expect(decideOn({ touches: [touch('lin', at)] })).toMatchObject({ rule, reason })
  })

  it.each([
    ['long ago', before(400), 'accepted-first'],
    ['at the moment of applying', appliedAt, 'accepted-first'],
    ['a millisecond after applying', before(0, 1), 'nobody'],
  ])('an invitation accepted %s (%s) leads to %s', (_when, at, rule) => {
    expect(decideOn({ invitations: [accepted('lin', at)] })).toMatchObject({ rule })
  })

  it.each([
    ['ended, its date a millisecond ahead', { protectedUntil: before(0, 1) }, 'protected'],
    ['ended, its date now', { protectedUntil: appliedAt }, 'nobody'],
    ['active, its date long past', { endedAt: null, protectedUntil: before(20) }, 'protected'],
    [
      'ended a millisecond after this one',
      { endedAt: before(0, 1), protectedUntil: before(20) },
      'protected',
    ],
    ['of nobody', { ownerId: null }, 'nobody'],
    ['made after this one', { appliedAt: before(0, 1) }, 'nobody'],
  ])('an earlier application that is %s (%j) leads to %s', (_what, some, rule) => {
    expect(
      decideOn({ applications: [earlier('lin', 200, { protectedUntil: before(-1), ...some })] }),
    ).toMatchObject({ rule })
  })
})
