import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { TEMPLATES } from '@/domain/notices/event'
import type { Phone } from '@/domain/phone'
import type { Service } from '../../../context'
import { newSessionToken, sessionKey } from '../../../secrets'
import type { Random } from '../../demo/random'

export type Person = { id: string; phone: Phone; loginKey: string; openid: string | null }
export type Employee = Person & {
  employeeId: string
  wecom: string | null
  email: string | null
  active: boolean
}
export type Job = { id: string; recruiter: Employee }

export type Company = { employees: Employee[]; recruiters: Employee[]; candidates: Person[]; jobs: Job[] }

/** One referral needs so many people beside it: numbers come back, and everybody refers several. */
const CANDIDATES_PER_REFERRAL = 0.8
const REFERRALS_PER_EMPLOYEE = 14
const REFERRALS_PER_JOB = 50
/** More accepted taps than anybody uses up, but for those who have only a few. */
const TAPS = 500
const FEW_TAPS = 3

/** Everybody whom the simulated half-year needs, logged in, with the channels that each has. */
export async function settle(
  { db, secrets }: Service,
  referrals: number,
  random: Random,
  now: Date,
): Promise<Company> {
  let number = 0
  const person = (openid: boolean): Person => {
    number += 1
    return {
      ...{ id: uuidv7(), phone: `+86139${String(number).padStart(8, '0')}` as Phone },
      loginKey: sessionKey(newSessionToken()),
      openid: openid ? `openid-${number}` : null,
    }
  }
  const employee = (wecom: number, email: number): Employee => {
    const somebody = person(random.chance(0.5))
    return {
      ...{ ...somebody, employeeId: uuidv7(), active: true },
      wecom: random.chance(wecom) ? `wecom-${number}` : null,
      email: random.chance(email) ? `${number}@example.com` : null,
    }
  }
  const many = <T>(count: number, make: () => T) => Array.from({ length: Math.ceil(count) }, make)
  const employees = many(referrals / REFERRALS_PER_EMPLOYEE, () => employee(0.7, 0.3))
  const recruiters = many(Math.max(2, referrals / 200), () => employee(0.9, 0.9))
  const candidates = many(referrals * CANDIDATES_PER_REFERRAL, () => person(random.chance(0.6)))
  const jobs = many(Math.max(3, referrals / REFERRALS_PER_JOB), () => ({
    ...{ id: uuidv7(), recruiter: random.pick(recruiters) },
  }))

  const people = [...employees, ...recruiters, ...candidates]
  const colleagues = [...employees, ...recruiters]
  await db.rows(sql`insert into person (id, phone_hash, phone_enc, openid, created_at)
    select id, hash, enc, openid, ${now} from unnest(${people.map(({ id }) => id)}::uuid[], ${people.map(({ phone }) => secrets.phoneHash(phone))}::text[],
      ${people.map(({ phone }) => secrets.encrypt(phone))}::text[], ${people.map(({ openid }) => openid)}::text[]) as p (id, hash, enc, openid)`)
  await db.rows(sql`insert into login (key, person_id, kind, created_at)
    select key, id, 'web', ${now} from unnest(${people.map(({ loginKey }) => loginKey)}::text[], ${people.map(({ id }) => id)}::uuid[]) as l (key, id)`)
  await db.rows(sql`insert into employee (id, employee_number, phone_hash, phone_enc, name, department, role, wecom_id, email, created_at, updated_at)
    select e.id, 'E' || n, p.phone_hash, p.phone_enc, '同事' || n, '研发部', role, wecom, email, ${now}, ${now}
    from unnest(${colleagues.map(({ employeeId }) => employeeId)}::uuid[], ${colleagues.map(({ id }) => id)}::uuid[],
      ${colleagues.map((one) => (recruiters.includes(one) ? 'recruiter' : 'employee'))}::text[], ${colleagues.map(({ wecom }) => wecom)}::text[],
      ${colleagues.map(({ email }) => email)}::text[]) with ordinality as e (id, person_id, role, wecom, email, n) join person p on p.id = e.person_id`)
  await db.rows(sql`insert into job (id, title, department, city, headcount, description, hard_requirements, soft_traits, challenges,
      hiring_manager_id, recruiter_id, status, created_at)
    select id, '工程师', '研发部', '上海', 2, '一起把构建提速', '[]', '[]', '[]', manager, recruiter, 'open', ${now}
    from unnest(${jobs.map(({ id }) => id)}::uuid[], ${jobs.map(() => random.pick(employees).employeeId)}::uuid[],
      ${jobs.map(({ recruiter }) => recruiter.employeeId)}::uuid[]) as j (id, manager, recruiter)`)
  const reachable = people.filter(({ openid }) => openid !== null)
  await db.rows(sql`insert into subscribe_credit (person_id, template, credits, changed_at)
    select id, template, taps, ${now} from unnest(${reachable.map(({ id }) => id)}::uuid[],
      ${reachable.map(() => (random.chance(0.8) ? TAPS : FEW_TAPS))}::int[]) as r (id, taps), unnest(${[...TEMPLATES]}::text[]) as template`)
  return { employees, recruiters, candidates, jobs }
}
