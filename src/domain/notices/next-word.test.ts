import fc from 'fast-check'
import { POLICY, type Policy } from '../policy'
import { atHour } from '../shanghai'
import { nextDigestAt, nextInvitationWordAt, nextWordAt } from './next-word'

const at = (words: string) => new Date(`${words.replace(' ', 'T')}+08:00`)
const HOUR = 3_600_000
const DAY = 24 * HOUR

describe('the next word about a referral', () => {
  it.each([
    ['on the eve of the seventh day', '2026-11-23 10:00', '2026-11-29 09:00'],
    ['on the seventh day itself after one of the late morning', '2026-11-23 11:00', '2026-11-30 09:00'],
    ['a millisecond before that', '2026-11-23 10:59:59.999', '2026-11-29 09:00'],
    ['on the seventh day after one of the evening', '2026-11-23 18:30', '2026-11-30 09:00'],
    ['six days after a digest that came on time', '2026-11-23 09:00', '2026-11-29 09:00'],
    ['six days after a digest that came late', '2026-11-23 10:59', '2026-11-29 09:00'],
    ['after the first minute of a day', '2026-11-23 00:00', '2026-11-29 09:00'],
    ['after the last minute of a day', '2026-11-23 23:59:59.999', '2026-11-30 09:00'],
    [
      'after midnight in Shanghai, which is the day before in London',
      '2026-11-24 00:00:30',
      '2026-11-30 09:00',
    ],
    ['over the end of a month', '2026-10-28 15:00', '2026-11-04 09:00'],
    ['over the end of a year', '2026-12-28 12:00', '2027-01-04 09:00'],
    ['over the end of a year, told at 23:59', '2026-12-31 23:59', '2027-01-07 09:00'],
    ['over the end of a year, told at midnight', '2027-01-01 00:00', '2027-01-07 09:00'],
    ['over the leap day', '2028-02-27 11:30', '2028-03-05 09:00'],
    ['over a February without one', '2027-02-27 10:30', '2027-03-05 09:00'],
    ['through Spring Festival, which stops no word', '2027-02-05 17:00', '2027-02-12 09:00'],
    ['over the night on which other zones change their clocks', '2026-10-24 20:00', '2026-10-31 09:00'],
  ])('comes %s: told %s, next %s', (_when, told, next) => {
    expect(nextWordAt(at(told), POLICY)).toEqual(at(next))
  })

  it.each([
    [{ silenceDays: 3 }, '2026-11-23 10:00', '2026-11-25 09:00'],
    [{ silenceDays: 3 }, '2026-11-23 12:00', '2026-11-26 09:00'],
    [{ silenceDays: 14 }, '2026-11-23 12:00', '2026-12-07 09:00'],
    [{ digestHour: 0 }, '2026-11-23 01:59', '2026-11-29 00:00'],
    [{ digestHour: 0 }, '2026-11-23 02:00', '2026-11-30 00:00'],
    [{ digestHour: 22 }, '2026-11-23 23:59', '2026-11-29 22:00'],
    [{ digestHour: 22 }, '2026-11-24 00:00', '2026-11-30 22:00'],
  ])('follows a company with %j: told %s, next %s', (words, told, next) => {
    const policy: Policy = { ...POLICY, words: { ...POLICY.words, ...words } }
    expect(nextWordAt(at(told), policy)).toEqual(at(next))
  })
})

describe('the next word about an invitation', () => {
  it.each([
    ['sent and not opened: the fourth day', '2026-11-23 10:00', '2026-11-23 10:00', '2026-11-27 09:00'],
    ['sent at the first minute of a day', '2026-11-23 00:00', '2026-11-23 00:00', '2026-11-27 09:00'],
    ['sent at the last minute of a day', '2026-11-23 23:59', '2026-11-23 23:59', '2026-11-27 09:00'],
    [
      'opened on the second day: the fourth all the same',
      '2026-11-23 10:00',
      '2026-11-25 21:00',
      '2026-11-27 09:00',
    ],
    ['opened late on the third day', '2026-11-23 10:00', '2026-11-26 23:59', '2026-11-27 09:00'],
    ['opened on the fourth before nine', '2026-11-23 10:00', '2026-11-27 08:59', '2026-11-27 09:00'],
    ['told of it on the fourth: the tenth', '2026-11-23 10:00', '2026-11-27 09:00', '2026-12-03 09:00'],
    ['told of it on the fourth, late', '2026-11-23 10:00', '2026-11-27 10:59', '2026-12-03 09:00'],
    [
      'opened in the evening of the fourth: the tenth, not the eleventh',
      '2026-11-23 10:00',
      '2026-11-27 20:00',
      '2026-12-03 09:00',
    ],
    ['told of it on the tenth: every week', '2026-11-23 10:00', '2026-12-03 09:00', '2026-12-09 09:00'],
    [
      'told of it on the fifth, after an outage: the tenth',
      '2026-11-23 10:00',
      '2026-11-28 09:00',
      '2026-12-03 09:00',
    ],
    ['accepted on the eighth day', '2026-11-23 10:00', '2026-12-01 12:00', '2026-12-03 09:00'],
    ['accepted on the eleventh: within a week', '2026-11-23 10:00', '2026-12-04 12:00', '2026-12-11 09:00'],
    ['sent on the last day of a year', '2026-12-31 23:59', '2026-12-31 23:59', '2027-01-04 09:00'],
  ])('%s: sent %s, told %s, next %s', (_when, sent, told, next) => {
    expect(nextInvitationWordAt(at(sent), at(told), POLICY)).toEqual(at(next))
  })

  it('comes every week alone where a company asks nobody to follow up', () => {
    const policy: Policy = { ...POLICY, words: { ...POLICY.words, unansweredDays: [] } }
    const [sent, told] = [at('2026-11-23 10:00'), at('2026-11-24 12:00')]
    expect(nextInvitationWordAt(sent, told, policy)).toEqual(nextWordAt(told, policy))
  })
})

it.each([
  ['of today, before it', '2026-11-23 08:59:59.999', '2026-11-23 09:00'],
  ['of tomorrow, at its hour', '2026-11-23 09:00', '2026-11-24 09:00'],
  ['of tomorrow, at 23:59', '2026-11-23 23:59', '2026-11-24 09:00'],
  ['of today, at midnight', '2026-11-24 00:00', '2026-11-24 09:00'],
  ['of next year', '2026-12-31 12:00', '2027-01-01 09:00'],
])('the next digest is the one %s: %s, %s', (_which, now, next) => {
  expect(nextDigestAt(at(now), POLICY)).toEqual(at(next))
})

describe('with a digest each day that may be two hours late', () => {
  const moment = fc.integer({ min: at('2026-01-01 00:00').getTime(), max: at('2029-01-01 00:00').getTime() })
  const lateness = fc.array(fc.integer({ min: 0, max: 2 * HOUR }), { minLength: 40, maxLength: 40 })

  /** When somebody told at `told` hears again: in the first digest that finds the word due. */
  function heard(told: Date, due: Date, late: readonly number[]): Date {
    const first = nextDigestAt(new Date(told.getTime() - DAY), POLICY).getTime()
    for (const [day, delay] of late.entries()) {
      const digest = first + day * DAY + delay
      if (digest > told.getTime() && digest >= due.getTime()) return new Date(digest)
    }
    throw new Error('No digest has found it')
  }

  it('nobody waits longer than seven days, whenever they were told', () => {
    fc.assert(
      fc.property(moment, lateness, (ms, late) => {
        let told = new Date(ms)
        for (let word = 0; word < 4; word++) {
          const next = heard(told, nextWordAt(told, POLICY), late.slice(word))
          expect(next.getTime() - told.getTime()).toBeLessThanOrEqual(7 * DAY)
          told = next
        }
      }),
      { numRuns: 500 },
    )
  })

  it('the same holds for an invitation, of which is spoken on its fourth and tenth day, then every week', () => {
    fc.assert(
      fc.property(moment, lateness, (ms, late) => {
        const sent = new Date(ms)
        let told = sent
        for (const [word, day] of [4, 10, null, null, null].entries()) {
          const due = nextInvitationWordAt(sent, told, POLICY)
          if (day !== null) expect(due).toEqual(atHour(sent, POLICY.words.digestHour, day))
          const next = heard(told, due, late.slice(word))
          expect(next.getTime() - told.getTime()).toBeLessThanOrEqual(7 * DAY)
          told = next
        }
      }),
      { numRuns: 500 },
    )
  })

  it('never says a word earlier than five days after the last, to one who was told something', () => {
    fc.assert(
      fc.property(moment, (ms) => {
        const told = new Date(ms)
        expect(nextWordAt(told, POLICY).getTime() - ms).toBeGreaterThan(5 * DAY)
      }),
    )
  })
})
