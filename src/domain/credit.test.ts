import fc from 'fast-check'
import { creditFor, type AcceptedInvitation } from './credit'

const job = { recruiterId: 'chen', hiringManagerId: 'wang' }
const accepted = (referrerId: string, acceptedAt: string, referrerMayRefer = true): AcceptedInvitation => ({
  invitationId: `invitation-of-${referrerId}`,
  shareId: `share-of-${referrerId}`,
  referrerId,
  acceptedAt,
  referrerMayRefer,
})

describe('creditFor', () => {
  it('credits the invitation that was accepted first', () => {
    const list = [accepted('mei', '2026-11-05T00:00:00Z'), accepted('lin', '2026-11-03T00:00:00Z')]
    expect(creditFor(list, 'candidate', job)).toEqual({
      rule: 'accepted-first',
      referrerId: 'lin',
      shareId: 'share-of-lin',
      invitationId: 'invitation-of-lin',
    })
  })

  it.each([
    ['there is no invitation', [], 'no-invitation'],
    ['the candidate invited themselves', [accepted('candidate', '2026-11-03T00:00:00Z')], 'self'],
    ['the job is theirs to recruit for', [accepted('chen', '2026-11-03T00:00:00Z')], 'own-job'],
    ['the job is theirs to manage', [accepted('wang', '2026-11-03T00:00:00Z')], 'own-job'],
    ['they left the company', [accepted('lin', '2026-11-03T00:00:00Z', false)], 'left'],
  ] as const)('credits nobody when %s', (_why, list, reason) => {
    expect(creditFor(list, 'candidate', job)).toEqual({ rule: 'nobody', reason })
  })

  it('passes over who may not be credited, to the next accepted invitation', () => {
    const list = [accepted('chen', '2026-11-01T00:00:00Z'), accepted('lin', '2026-11-03T00:00:00Z')]
    expect(creditFor(list, 'candidate', job)).toMatchObject({ referrerId: 'lin' })
  })

  it('does not depend on the order in which invitations are read', () => {
    const invitation = fc.record({
      invitationId: fc.uuid(),
      shareId: fc.uuid(),
      referrerId: fc.constantFrom('lin', 'mei', 'chen', 'wang', 'candidate'),
      acceptedAt: fc.constantFrom('2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
      referrerMayRefer: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(invitation, { maxLength: 6 }), (list) => {
        expect(creditFor([...list].reverse(), 'candidate', job)).toEqual(creditFor(list, 'candidate', job))
      }),
    )
  })
})
