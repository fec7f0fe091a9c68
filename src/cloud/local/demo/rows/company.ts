import { uuidv7 } from 'uuidv7'
import { addDays, shanghaiDay } from '@/domain/shanghai'
import type { Phone } from '@/domain/phone'
import type { Secrets } from '@/cloud/secrets'
import { jobs } from '../jobs'
import { DEMO_ADMIN, DEMO_RECRUITER, DEMO_REFERRER, people } from '../people'
import type { CompanyStory } from '../story'
import { idOf } from './ids'
import type { Row } from './types'

/** The story reaches six months back: the company is older. */
const ROSTER_DAYS = 400
const FIRST_LOGIN_DAYS = 190
const JOB_DAYS = 190

export type CompanyRows = {
  employee: Row[]
  job: Row[]
  /** Of employees who act: without a proven number nobody can refer or move anything. */
  person: Row[]
  personIds: ReadonlyMap<string, string>
  jobIds: ReadonlyMap<string, string>
}

export function companyRows(story: CompanyStory, today: Date, secrets: Secrets): CompanyRows {
  const employeeIds = new Map(people.map(({ key }) => [key, uuidv7()]))
  const jobIds = new Map(jobs.map(({ key }) => [key, uuidv7()]))
  const personIds = new Map([...actors(story)].map((key) => [key, uuidv7()]))
  const since = addDays(today, -ROSTER_DAYS)

  return {
    personIds,
    jobIds,
    employee: people.map((person) => ({
      id: idOf(employeeIds, person.key),
      employee_number: person.employeeNumber,
      ...sealed(person.phone, secrets),
      name: person.name,
      department: person.department,
      role: person.role,
      intern: person.intern,
      active: person.active,
      wecom_id: person.key.replace('-', '.'),
      email: `${person.key.replace('-', '.')}@xinghe.example`,
      created_at: since,
      updated_at: since,
    })),
    person: people
      .filter(({ key }) => personIds.has(key))
      .map(({ key, phone }) => ({
        id: idOf(personIds, key),
        ...sealed(phone, secrets),
        applications: 0,
        created_at: addDays(today, -FIRST_LOGIN_DAYS),
      })),
    job: jobs.map((job, index) => ({
      id: idOf(jobIds, job.key),
      title: job.title,
      department: job.department,
      city: job.city,
      headcount: job.headcount,
      description: job.description,
      hard_requirements: job.hardRequirements,
      soft_traits: job.softTraits,
      challenges: job.challenges,
      hiring_manager_id: idOf(employeeIds, job.hiringManagerKey),
      recruiter_id: idOf(employeeIds, job.recruiterKey),
      status: job.status,
      closes_on: job.closesOn === null ? null : shanghaiDay(addDays(today, job.closesOn)).date,
      // The list of jobs shows the newest first: this keeps the order in which they are written down.
      created_at: addDays(today, -JOB_DAYS - index),
    })),
  }
}

/** A number as the tables keep it: to find, and to show. */
export function sealed(phone: string, secrets: Secrets): { phone_hash: string; phone_enc: string } {
  return { phone_hash: secrets.phoneHash(phone as Phone), phone_enc: secrets.encrypt(phone) }
}

function actors({ referrals }: CompanyStory): Set<string> {
  const keys = new Set([DEMO_REFERRER, DEMO_RECRUITER, DEMO_ADMIN])
  for (const { recruiterKey, hiringManagerKey } of jobs) keys.add(recruiterKey).add(hiringManagerKey)
  for (const { referrerKey } of referrals) keys.add(referrerKey)
  return keys
}
