import { LINE_LIMIT, RELATIONS } from '@/domain/endorsement'
import { isPhone } from '@/domain/phone'
import { POLICY } from '@/domain/policy'
import { addDays, shanghaiDay, shanghaiMinutes } from '@/domain/shanghai'
import { STAGE_TEXT_LIMIT } from '@/domain/stage-texts'
import { isEnd, moveKind, STAGES, type Stage } from '@/domain/stages'
import { addWorkMinutes, type WorkCalendar } from '@/domain/work-time'
import { candidateAt, DEMO_CANDIDATE } from './candidates'
import { jobs } from './jobs'
import { DEMO_REFERRER, people } from './people'
import { ANSWERS, BY_CANDIDATE, planCompany, type StoryReferral } from './story'

const today = new Date('2026-11-25T15:30:00+08:00')
const { referrals } = planCompany(today)
const plainWeeks: WorkCalendar = { fromHour: 9, toHour: 18, off: [], on: [] }

const lastEvent = ({ application }: StoryReferral) => application?.events.at(-1)
const stageOf = (referral: StoryReferral) => lastEvent(referral)?.to ?? null
const standingAt = (stage: Stage, all = referrals) => all.filter((referral) => stageOf(referral) === stage)
const answered = (answer: string) => referrals.filter((r) => r.answer === answer && !r.application)
const personOf = (key: string) => people.find((person) => person.key === key)
const jobOf = (key: string | null) => jobs.find((job) => job.key === key)

function isOverdue(referral: StoryReferral, at: Date, calendar: WorkCalendar): boolean {
  const last = lastEvent(referral)
  if (!last || isEnd(last.to)) return false
  const hours = POLICY.dueHours[last.to]
  return hours !== null && addWorkMinutes(last.at, hours * 60, calendar) < at
}

/** Every moment of a referral in the order in which it must have happened. */
function momentsOf({ sentAt, openedAt, answeredAt, application }: StoryReferral): Date[] {
  const events = application?.events.map(({ at }) => at) ?? []
  return [sentAt, openedAt, answeredAt, ...events].filter((at) => at !== null)
}

describe('the people of the demo company', () => {
  it('are sixty, in six departments, with the roles the demo shows', () => {
    expect(people).toHaveLength(60)
    expect(new Set(people.map(({ department }) => department)).size).toBe(6)
    expect(people.filter(({ role }) => role === 'recruiter')).toHaveLength(4)
    expect(people.filter(({ role }) => role === 'admin')).toHaveLength(1)
    expect(people.filter(({ intern }) => intern)).toHaveLength(3)
    expect(people.filter(({ active }) => !active)).toHaveLength(2)
  })

  it.each([
    ['林晓', '+8613800138001', 'employee', '前端平台部'],
    ['陈思', '+8613800138002', 'recruiter', '人力与行政部'],
    ['赵敏之', '+8613800138003', 'admin', '人力与行政部'],
  ])('%s has the number %s', (name, phone, role, department) => {
    expect(people).toContainEqual(expect.objectContaining({ name, phone, role, department, active: true }))
  })

  it('share no key, name or employee number', () => {
    for (const field of ['key', 'name', 'employeeNumber'] as const) {
      expect(new Set(people.map((person) => person[field])).size).toBe(people.length)
    }
  })
})

describe('the jobs', () => {
  it('are fourteen: eleven open, one paused, two closed', () => {
    const count = (status: string) => jobs.filter((job) => job.status === status).length
    expect([jobs.length, count('open'), count('paused'), count('closed')]).toEqual([14, 11, 1, 2])
  })

  it.each(jobs.map((job) => [job.title, job] as const))(
    '%s says what it asks and what is hard',
    (_title, job) => {
      expect(job.hardRequirements.length).toBeGreaterThanOrEqual(3)
      expect(job.hardRequirements.length).toBeLessThanOrEqual(5)
      expect(job.softTraits.length).toBeGreaterThanOrEqual(2)
      expect(job.softTraits.length).toBeLessThanOrEqual(4)
      expect(job.challenges.length).toBeGreaterThanOrEqual(2)
      expect(job.challenges.length).toBeLessThanOrEqual(3)
      expect(personOf(job.recruiterKey)).toMatchObject({ role: 'recruiter', active: true })
      expect(personOf(job.hiringManagerKey)).toMatchObject({ department: job.department, active: true })
      expect(job.status === 'closed').toBe(job.closesOn !== null && job.closesOn < 0)
    },
  )
})

describe('the phone numbers', () => {
  const candidates = Array.from({ length: 300 }, (_, index) => candidateAt(index))

  it('are mobile numbers from the blocks kept for the demo, each used once', () => {
    const phones = [...people, ...candidates].map(({ phone }) => phone)
    for (const phone of phones) {
      expect(isPhone(phone)).toBe(true)
      expect(phone).toMatch(/^\+8613[789]0013\d{4}$/)
    }
    expect(new Set(phones).size).toBe(phones.length)
  })

  it('belong to candidates who are no colleagues', () => {
    const names = new Set(people.map(({ name }) => name))
    expect(candidates.filter(({ name }) => names.has(name))).toEqual([])
  })

  it('refuses a candidate beyond the block', () => {
    expect(() => candidateAt(10_000)).toThrow(RangeError)
  })
})

describe('planCompany', () => {
  it('tells the same story for the same day and seed, and another for another seed', () => {
    expect(planCompany(today)).toEqual({ referrals })
    expect(planCompany(today, 2)).not.toEqual({ referrals })
  })

  it('has 250 referrals in every stage, end and answer', () => {
    expect(referrals).toHaveLength(250)
    expect(new Set(referrals.map(({ key }) => key)).size).toBe(250)
    expect([...STAGES].filter((stage) => standingAt(stage).length === 0)).toEqual([])
    expect(ANSWERS.filter((answer) => !referrals.some((referral) => referral.answer === answer))).toEqual([])
    expect(
      RELATIONS.filter((relation) => !referrals.some((referral) => referral.relation === relation)),
    ).toEqual([])
  })

  it.each([
    ['applied', 15],
    ['screening', 15],
    ['review', 15],
    ['interview', 15],
    ['offer', 6],
    ['onboarding', 6],
    ['hired', 20],
    ['confirmed', 20],
  ] as const)('has in %s %i applications', (stage, count) => {
    expect(standingAt(stage)).toHaveLength(count)
  })

  it('has 林晓 refer twelve people, one overdue in review, one about to start, one hired', () => {
    const hers = referrals.filter(({ referrerKey }) => referrerKey === DEMO_REFERRER)
    expect(hers).toHaveLength(12)
    expect(standingAt('onboarding', hers)).toHaveLength(1)
    expect(standingAt('hired', hers)).toHaveLength(1)
    expect(hers.filter((referral) => isOverdue(referral, today, plainWeeks)).map(stageOf)).toEqual(['review'])
  })

  it('has 周宁 in the first interview for 高级前端工程师, referred by 林晓', () => {
    const his = referrals.filter(({ candidateIndex }) => candidateIndex === DEMO_CANDIDATE)
    expect(candidateAt(DEMO_CANDIDATE)).toEqual({ name: '周宁', phone: '+8613700137000' })
    expect(his).toMatchObject([{ referrerKey: DEMO_REFERRER, jobKey: 'senior-frontend' }])
    expect(his.map(lastEvent)).toMatchObject([{ to: 'interview', round: 1 }])
  })

  it('uses a number for one job only, but for five people who came back for another', () => {
    const pairs = referrals.map(({ candidateIndex, jobKey }) => `${candidateIndex} ${jobKey}`)
    expect(new Set(pairs).size).toBe(pairs.length)

    const indexes = new Set(referrals.map(({ candidateIndex }) => candidateIndex))
    const returning = [...indexes]
      .map((index) => referrals.filter(({ candidateIndex }) => candidateIndex === index))
      .filter((group) => group.length > 1)
    expect(returning).toHaveLength(5)
    for (const [earlier, later, ...more] of returning) {
      if (!earlier || !later) throw new Error('A returning candidate has two referrals')
      expect(more).toEqual([])
      expect(isEnd(stageOf(earlier) ?? 'applied')).toBe(true)
      expect(isEnd(stageOf(later) ?? 'confirmed')).toBe(false)
      expect(later.sentAt > (lastEvent(earlier)?.at ?? today)).toBe(true)
      expect(later).toMatchObject({ referrerKey: earlier.referrerKey, relation: earlier.relation })
    }
  })

  it('lets nobody refer for their own job, as an intern, or into a process that outlived their leaving', () => {
    for (const referral of referrals) {
      const referrer = personOf(referral.referrerKey)
      const job = jobOf(referral.jobKey)
      expect(referrer?.intern).toBe(false)
      expect([job?.hiringManagerKey, job?.recruiterKey]).not.toContain(referral.referrerKey)
      const stage = stageOf(referral)
      if (!referrer?.active && stage) expect(['rejected', 'withdrawn', 'expired', 'pooled']).toContain(stage)
    }
  })

  it('gives no job more people than it has seats, and fills a closed one', () => {
    for (const job of jobs) {
      const placed = (['offer', 'onboarding', 'hired', 'confirmed'] as const).flatMap((stage) =>
        standingAt(stage),
      )
      const seats = placed.filter(({ jobKey }) => jobKey === job.key).length
      if (job.status === 'closed') expect(seats).toBe(job.headcount)
      else expect(seats).toBeLessThan(job.headcount)
    }
  })

  it('sends nothing for a job after it closed', () => {
    for (const referral of referrals) {
      const job = jobOf(referral.jobKey)
      if (job?.status === 'closed') expect(referral.sentAt < addDays(today, job.closesOn ?? 0)).toBe(true)
    }
  })

  it('has general referrals, none of them with an application', () => {
    const general = referrals.filter(({ jobKey }) => jobKey === null)
    expect(general.length).toBeGreaterThan(3)
    expect(general.filter(({ application }) => application)).toEqual([])
  })

  it('waits for an answer at most 29 days and lets an invitation expire after 30', () => {
    for (const referral of [...answered('waiting'), ...answered('opened')]) {
      expect(referral.sentAt > addDays(today, -29)).toBe(true)
      expect(referral.answeredAt).toBeNull()
      expect(referral.openedAt === null).toBe(referral.answer === 'waiting')
    }
    for (const { sentAt, answeredAt } of answered('expired')) expect(answeredAt).toEqual(addDays(sentAt, 30))
  })

  it('confirms nobody before three months', () => {
    for (const referral of standingAt('confirmed')) {
      const hired = referral.application?.events.find(({ to }) => to === 'hired')
      expect(lastEvent(referral)?.at.getTime()).toBeGreaterThan(addDays(hired?.at ?? today, 90).getTime())
    }
  })

  it('speaks in three voices of fitting length, and names neither candidate nor number', () => {
    for (const { application, candidateIndex, line } of referrals) {
      expect(line?.length ?? 1).toBeLessThanOrEqual(LINE_LIMIT)
      for (const { candidateText, referrerText, internalNote } of application?.events ?? []) {
        for (const text of [candidateText, referrerText, internalNote]) {
          expect(text.length).toBeGreaterThan(5)
          expect(text.length).toBeLessThanOrEqual(STAGE_TEXT_LIMIT)
          expect(text).not.toMatch(/[{}]|\d{7}/)
          expect(text).not.toContain(candidateAt(candidateIndex).name)
        }
      }
    }
  })
})

describe.each([
  ['a Monday before work', '2026-11-23T07:40:00+08:00', 1],
  ['a Friday near midnight', '2026-11-27T23:50:00+08:00', 2],
  ['a Sunday', '2027-02-28T12:00:00+08:00', 3],
  ['the first minute of a year', '2027-01-01T00:00:00+08:00', 4],
  ['a leap day at closing time', '2028-02-29T18:00:00+08:00', 5],
])('planned on %s', (_name, moment, seed) => {
  const now = new Date(moment)
  const story = planCompany(now, seed).referrals
  const overdue = (calendar: WorkCalendar) => story.filter((referral) => isOverdue(referral, now, calendar))

  it('nothing lies in the future or more than six months back', () => {
    const moments = story.flatMap(momentsOf)
    expect(moments.filter((at) => at > now)).toEqual([])
    expect(moments.filter((at) => at < addDays(now, -183))).toEqual([])
  })

  it('everything happens in order', () => {
    expect(story.map(({ sentAt }) => sentAt)).toEqual(
      story.map(({ sentAt }) => sentAt).sort((a, b) => +a - +b),
    )
    for (const moments of story.map(momentsOf)) {
      for (const [index, at] of moments.slice(1).entries()) expect(at > (moments[index] ?? now)).toBe(true)
    }
  })

  it('every move is one the stages allow, interviews in rounds from 1 to 3', () => {
    for (const { application } of story) {
      const events = application?.events ?? []
      for (const [index, event] of events.entries()) {
        const previous = events[index - 1]
        if (!previous) {
          expect(event).toMatchObject({ to: 'applied', at: application?.appliedAt, byKey: BY_CANDIDATE })
          continue
        }
        expect(['forward', 'next-round', 'end']).toContain(moveKind(previous.to, event.to))
        const round = event.to === 'interview' ? (previous.round ?? 0) + 1 : undefined
        expect(event.round).toBe(round)
        expect(round ?? 1).toBeLessThanOrEqual(3)
      }
    }
  })

  it('colleagues send and move in working hours only', () => {
    const byColleagues = story.flatMap(({ sentAt, application }) => [
      sentAt,
      ...(application?.events ?? []).filter(({ byKey }) => byKey !== BY_CANDIDATE).map(({ at }) => at),
    ])
    for (const at of byColleagues) {
      expect([1, 2, 3, 4, 5]).toContain(shanghaiDay(at).weekday)
      expect(shanghaiMinutes(at)).toBeGreaterThanOrEqual(9 * 60)
      expect(shanghaiMinutes(at)).toBeLessThan(18 * 60)
    }
  })

  it('six applications are overdue, also around a holiday week or a make-up Saturday', () => {
    const lastDays = Array.from({ length: 14 }, (_, days) => addDays(now, -days))
    const holiday = lastDays.slice(4, 12).map((at) => shanghaiDay(at).date)
    const saturday = lastDays.map(shanghaiDay).find(({ weekday }) => weekday === 6)
    expect(overdue(plainWeeks)).toHaveLength(6)
    expect(overdue({ ...plainWeeks, off: holiday })).toHaveLength(6)
    expect(overdue({ ...plainWeeks, on: saturday ? [saturday.date] : [] })).toHaveLength(6)
  })

  it('five people come back, and the closed jobs are full', () => {
    expect(new Set(story.map(({ candidateIndex }) => candidateIndex)).size).toBe(245)
    for (const job of jobs.filter(({ status }) => status === 'closed')) {
      const hired = [...standingAt('hired', story), ...standingAt('confirmed', story)]
      expect(hired.filter(({ jobKey }) => jobKey === job.key)).toHaveLength(job.headcount)
    }
  })
})
