import { randomBytes } from 'node:crypto'
import sql from 'sql-template-tag'
import type { InferInput } from 'valibot'
import { uuidv7 } from 'uuidv7'
import type { OutputOf, Reply } from '@/contract/call'
import type { CallName, CallOf } from '@/contract/calls'
import type { Phone } from '@/domain/phone'
import { openService, type Context, type Service } from '@/cloud/context'
import { readText } from '@/cloud/delivery/text-body'
import { dispatch } from '@/cloud/dispatch'
import { logTo } from '@/cloud/log'
import { createSecrets, newSessionToken, sessionKey } from '@/cloud/secrets'
import { openDatabase } from '@/cloud/store/database'
import type { Config } from '@/cloud/config'
import type { Doors } from '@/cloud/doors'
import { CHANNELS } from './channels'
import { openTestDatabase } from './database'
import { memoryDoors, type MemoryDoors } from './doors'

/** Monday, 10:00 in Shanghai: inside working hours and inside the hours for texts. */
export const MONDAY = new Date('2026-11-23T10:00:00+08:00')

export type Somebody = { id: string; phone: Phone; loginKey: string }
export type Colleague = Somebody & { employeeId: string }

/** What a client may send: fields with a default may be left out. */
export type Sent<Name extends CallName> = InferInput<CallOf<Name>['input']>

/** A company of a test's own: a real database, the real dispatcher, fakes only at the doors. */
export type Company = {
  service: Service
  /** What is behind the service's doors, but for those that the test brought itself. */
  doors: MemoryDoors
  url: string
  /** Every line that was logged. */
  lines: string[]
  at(now: Date): void
  visitor: null
  person(phone?: string): Promise<Somebody>
  colleague(options?: ColleagueOptions): Promise<Colleague>
  job(options?: JobOptions): Promise<string>
  context(who: Somebody | null): Context
  call<Name extends CallName>(
    who: Somebody | null,
    name: Name,
    input: Sent<Name>,
  ): Promise<Reply<OutputOf<CallOf<Name>>>>
  /** Like `call`, for steps that are not what the test is about: throws unless they succeed. */
  must<Name extends CallName>(
    who: Somebody | null,
    name: Name,
    input: Sent<Name>,
  ): Promise<OutputOf<CallOf<Name>>>
  /** Invites, accepts and applies; the application's id. */
  application(referrer: Colleague, candidate: Somebody, jobId: string, name?: string): Promise<string>
  /** The last text that was written for a number, opened. */
  lastText(phone: Phone): Promise<string>
  close(): Promise<void>
}

type ColleagueOptions = {
  role?: 'employee' | 'recruiter' | 'admin'
  intern?: boolean
  name?: string
  department?: string
  phone?: string
  wecomId?: string
  email?: string
}
type JobOptions = {
  recruiter?: Colleague
  manager?: Colleague
  status?: 'open' | 'paused' | 'closed'
  closesOn?: string
}

let numbers = 0
export const requestId = () => `req-${randomBytes(8).toString('hex')}`
export const freshPhone = () => `+86139${String(++numbers).padStart(8, '0')}` as Phone

export async function openCompany(
  overrides: Partial<Doors> = {},
  settings: Partial<Config> = {},
): Promise<Company> {
  const database = await openTestDatabase()
  const db = openDatabase(database.url, { max: 10, onIdleError: () => undefined })
  const keys = new Map([['k1', randomBytes(32)]])
  const hashKey = randomBytes(32)
  const secrets = createSecrets(keys, hashKey)
  const doors = memoryDoors()
  const lines: string[] = []
  logTo((line) => lines.push(line))
  const service = openService({
    db,
    secrets,
    doors: { ...doors, ...overrides },
    config: {
      databaseUrl: database.url,
      keys,
      hashKey,
      publicUrl: 'http://bole.test',
      company: '星河科技',
      adminPhones: [],
      urlLink: false,
      ...CHANNELS,
      ...settings,
    },
  })
  let now = MONDAY

  const person = async (phone: string = freshPhone()): Promise<Somebody> => {
    const id = uuidv7()
    const loginKey = sessionKey(newSessionToken())
    await db.rows(sql`insert into person (id, phone_hash, phone_enc, created_at)
      values (${id}, ${secrets.phoneHash(phone as Phone)}, ${secrets.encrypt(phone)}, ${now})`)
    await db.rows(
      sql`insert into login (key, person_id, kind, created_at) values (${loginKey}, ${id}, 'web', ${now})`,
    )
    return { id, phone: phone as Phone, loginKey }
  }

  const company: Company = {
    service,
    doors,
    url: database.url,
    lines,
    visitor: null,
    at: (moment) => {
      now = moment
    },
    person,
    async colleague({
      role = 'employee',
      intern = false,
      name = '林晓',
      department = '前端平台部',
      phone,
      wecomId,
      email,
    } = {}) {
      const somebody = await person(phone)
      const employeeId = uuidv7()
      await db.rows(sql`insert into employee (id, employee_number, phone_hash, phone_enc, name, department, role, intern,
          wecom_id, email, created_at, updated_at)
        values (${employeeId}, ${employeeId}, ${secrets.phoneHash(somebody.phone)}, ${secrets.encrypt(somebody.phone)}, ${name}, ${department},
          ${role}, ${intern}, ${wecomId ?? null}, ${email ?? null}, ${now}, ${now})`)
      return { ...somebody, employeeId }
    },
    async job({ recruiter, manager, status = 'open', closesOn } = {}) {
      const id = uuidv7()
      await db.rows(sql`insert into job (id, title, department, city, headcount, description, hard_requirements, soft_traits, challenges,
          hiring_manager_id, recruiter_id, status, closes_on, created_at)
        values (${id}, '高级前端工程师', '前端平台部', '上海', 2, '一起把构建提速', '["5 年以上 Web 前端"]', '["耐心"]', '["存量代码十年"]',
          ${manager?.employeeId ?? null}, ${recruiter?.employeeId ?? null}, ${status}, ${closesOn ?? null}, ${now})`)
      return id
    },
    context: (who) => ({
      ...{ ...service, now, loginKey: who?.loginKey ?? null },
      ...{ openid: null, userAgent: null, upload: null },
    }),
    call: (who, name, input) =>
      dispatch(name, input, company.context(who)) as ReturnType<typeof company.call<typeof name>>,
    async must(who, name, input) {
      const reply = await company.call(who, name, input)
      if (!reply.ok)
        throw new Error(`${name} answered ${reply.code}: ${reply.message}\n${lines.slice(-2).join('\n')}`)
      return reply.data
    },
    async application(referrer, candidate, jobId, name = '周宁') {
      const { invitation } = await company.must(referrer, 'invitation.send', send(candidate.phone, jobId))
      await company.must(candidate, 'invitation.accept', { requestId: requestId(), id: invitation.id })
      const applied = {
        requestId: requestId(),
        jobId,
        invitationId: invitation.id,
        name,
        note: null,
        fileId: null,
      }
      return (await company.must(candidate, 'application.submit', applied)).applicationId
    },
    async lastText(phone) {
      const { body } = await db.one<{ body: string }>(sql`select body_enc as body from outbox
        where recipient_hash = ${secrets.phoneHash(phone)} order by created_at desc, id desc limit 1`)
      return readText(body, secrets).body
    },
    async close() {
      await db.close()
      await database.drop()
    },
  }
  return company
}

/** The input of a plain `invitation.send`. */
export function send(phone: string, jobId: string | null = null): Sent<'invitation.send'> {
  return { requestId: requestId(), phone, jobId, relation: null, line: null, consent: true }
}
