import { POLICY } from '../policy'
import { effectiveOwner, ownerAfterTransfer, type AttributionEvent } from './owner'

describe('effectiveOwner', () => {
  const event = (
    kind: AttributionEvent['kind'],
    ownerId: string | null,
    day: number,
    id = `${kind}-${day}`,
  ): AttributionEvent => ({ id, kind, ownerId, at: `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z` })

  it.each([
    ['nothing happened', [], 'lin'],
    [
      'there are only claims and objections',
      [event('claimed', 'lin', 4), event('objected', 'mei', 5)],
      'lin',
    ],
    ['the protection lapsed', [event('lapsed', 'lin', 4)], 'lin'],
    ['a claim was ruled on', [event('claimed', 'lin', 4), event('ruled', 'mei', 5)], 'mei'],
    ['it was ruled that nobody owns it', [event('ruled', null, 5)], null],
    ['a transfer came after a ruling', [event('ruled', 'mei', 5), event('transferred', null, 6)], null],
    ['a ruling came after a transfer', [event('transferred', null, 5), event('ruled', 'mei', 6)], 'mei'],
    ['the person was picked again', [event('lapsed', 'lin', 5), event('repicked', null, 6)], null],
    ['a claim came after the ruling', [event('ruled', 'mei', 5), event('claimed', 'mei', 6)], 'mei'],
    ['two rulings share a moment', [event('ruled', 'mei', 5, 'b'), event('ruled', 'zhou', 5, 'a')], 'mei'],
  ] as const)('when %s', (_when, events, owner) => {
    expect(effectiveOwner('lin', events)).toBe(owner)
    expect(effectiveOwner('lin', [...events].reverse())).toBe(owner)
    expect(effectiveOwner('lin', [...events, ...events])).toBe(owner)
  })
})

describe('ownerAfterTransfer', () => {
  const job = { recruiterId: 'chen', hiringManagerId: 'wang' }
  const active = { active: true, intern: false }
  const people = {
    lin: active,
    chen: active,
    wang: active,
    xu: { active: true, intern: true },
    he: { ...active, active: false },
  }

  it.each<[string | null, string | null, string]>([
    ['lin', 'lin', 'they may be credited for the new job'],
    [null, null, 'there is no owner'],
    ['chen', null, 'they recruit for the new job'],
    ['wang', null, 'they manage the new job'],
    ['he', null, 'they have left'],
    ['gone', null, 'they are not on the roster'],
    ['xu', null, 'interns do not refer'],
    ['candidate', null, 'they are the candidate'],
  ])('%s becomes %s when %s', (ownerId, expected) => {
    expect(ownerAfterTransfer(ownerId, 'candidate', job, people, POLICY)).toBe(expected)
  })

  it('follows the rule about relatives', () => {
    const excluded = { ...POLICY, relatives: 'excluded' as const }
    expect(ownerAfterTransfer('lin', 'candidate', job, people, excluded, ['lin'])).toBeNull()
    expect(ownerAfterTransfer('lin', 'candidate', job, people, POLICY, ['lin'])).toBe('lin')
  })
})
