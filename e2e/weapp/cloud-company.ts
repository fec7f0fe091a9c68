import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import type { Phone } from '@/domain/phone'
import { readConfig } from '@/cloud/config'
import { createSecrets } from '@/cloud/secrets'
import { openDatabase } from '@/cloud/store/database'

type Colleague = { name: string; department: string; role: 'employee' | 'recruiter'; phone: Phone }

/** A company in an empty database: a referrer, a recruiter, and a job that the recruiter answers for. */
export const LIN_XIAO: Colleague = {
  name: '林晓',
  department: '前端平台部',
  role: 'employee',
  phone: '+8613800138001' as Phone,
}
export const CHEN_SI: Colleague = {
  name: '陈思',
  department: '人力与行政部',
  role: 'recruiter',
  phone: '+8613800138002' as Phone,
}
export const JOB = '高级前端工程师'

/** `env` is the deployed function's: its keys are those the numbers are stored with. */
export async function foundCompany(env: Record<string, string>): Promise<void> {
  const { databaseUrl, keys, hashKey } = readConfig(env as NodeJS.ProcessEnv)
  const secrets = createSecrets(keys, hashKey)
  const db = openDatabase(databaseUrl, { max: 1, onIdleError: () => undefined })
  const now = new Date()
  const employ = async ({ name, department, role, phone }: Colleague): Promise<string> => {
    const id = uuidv7()
    await db.rows(sql`
      insert into employee (id, employee_number, phone_hash, phone_enc, name, department, role, intern, created_at, updated_at)
      values (${id}, ${id}, ${secrets.phoneHash(phone)}, ${secrets.encrypt(phone)}, ${name}, ${department}, ${role}, false, ${now}, ${now})`)
    return id
  }
  try {
    await employ(LIN_XIAO)
    const recruiterId = await employ(CHEN_SI)
    await db.rows(sql`
      insert into job (id, title, department, city, headcount, description, hard_requirements, soft_traits, challenges,
        recruiter_id, status, created_at)
      values (${uuidv7()}, ${JOB}, '前端平台部', '上海', 2, '一起把构建提速', '["五年以上前端经验"]', '["耐心"]',
        '["存量代码十年"]', ${recruiterId}, 'open', ${now})`)
  } finally {
    await db.close()
  }
}
