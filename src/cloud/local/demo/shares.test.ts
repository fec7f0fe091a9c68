import { addDays, shanghaiDay } from '@/domain/shanghai'
import { DEMO_CANDIDATE } from './candidates'
import { jobs } from './jobs'
import { DEMO_REFERRER, people } from './people'
import { planShares } from './shares'
import { planCompany } from './story'

describe.each([
  ['a Wednesday afternoon', '2026-11-25T15:30:00+08:00'],
  ['a Monday before work', '2026-11-23T07:40:00+08:00'],
  ['the first minute of a year', '2027-01-01T00:00:00+08:00'],
])('the shares, planned on %s', (_name, moment) => {
  const today = new Date(moment)
  const { referrals } = planCompany(today)
  const shares = planShares(referrals, today)
  const hers = shares.filter(({ referrerKey }) => referrerKey === DEMO_REFERRER)

  it('of 林晓 are a code, two posters, a link and a card', () => {
    expect(hers.map(({ channel, name }) => [channel, name])).toEqual([
      ['code', null],
      ['poster', '朋友圈'],
      ['poster', '校招群'],
      ['link', null],
      ['card', null],
    ])
    for (const { jobKey } of hers) {
      if (jobKey !== null) expect(jobs.find(({ key }) => key === jobKey)).toMatchObject({ status: 'open' })
    }
  })

  it('are the same every time', () => {
    expect(planShares(planCompany(today).referrals, today)).toEqual(shares)
  })

  it('were opened after they were made, by day, once a day by each, and by no one yet to come', () => {
    for (const { madeAt, touches, known } of shares) {
      const days = touches.map(({ visitor, at }) => `${visitor} ${shanghaiDay(at).date}`)
      expect(new Set(days).size).toBe(days.length)
      expect(touches.filter(({ at }) => at <= madeAt || at >= today)).toEqual([])
      for (const { visitor, referral } of known) {
        const touch = touches.find((one) => one.visitor === visitor)
        expect(touch && referral.answeredAt && touch.at < referral.answeredAt).toBe(true)
        expect(referral).toMatchObject({ referrerKey: DEMO_REFERRER, answer: 'accepted' })
        expect(referral.candidateIndex).not.toBe(DEMO_CANDIDATE)
      }
    }
  })

  it('brought enough people to be told, but for the card', () => {
    const opened = hers.map(({ touches }) => new Set(touches.map(({ visitor }) => visitor)).size)
    expect(opened.slice(0, 4).every((visitors) => visitors >= 3)).toBe(true)
    expect(opened[4]).toBeLessThan(3)
    expect(hers[1]?.known.length).toBeGreaterThanOrEqual(3)
  })

  it('have one of a colleague that looks sold', () => {
    const [sold] = shares.filter(({ referrerKey }) => referrerKey !== DEMO_REFERRER)
    expect(people.find(({ key }) => key === sold?.referrerKey)).toMatchObject({
      role: 'employee',
      active: true,
    })
    expect(sold?.reports).toHaveLength(2)
    expect(sold?.reports.every(({ at }) => at > addDays(today, -30))).toBe(true)
  })
})
