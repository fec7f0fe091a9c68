import sql from 'sql-template-tag'
import { SESSION_DAYS } from '@/cloud/calls/session'
import type { Service } from '@/cloud/context'
import { newSessionToken, sessionKey } from '@/cloud/secrets'
import type { Phone } from '@/domain/phone'
import { addDays } from '@/domain/shanghai'
import { candidateAt, DEMO_CANDIDATE } from './candidates'
import { DEMO_RECRUITER, DEMO_REFERRER, people } from './people'

export type DemoLink = { role: 'Referrer' | 'Candidate' | 'Recruiter'; name: string; link: string }

const colleague = (key: string) => people.find((person) => person.key === key)

const GUESTS = [
  { role: 'Referrer', somebody: colleague(DEMO_REFERRER), page: 'pages/home/index' },
  { role: 'Candidate', somebody: candidateAt(DEMO_CANDIDATE), page: 'pages/progress/index' },
  { role: 'Recruiter', somebody: colleague(DEMO_RECRUITER), page: 'recruiter/list/index' },
] as const

/** A fresh session and a link for each demo person. Somebody whom the database does not know (any more) gets none. */
export async function openDemoSessions(service: Service, now: Date): Promise<DemoLink[]> {
  const links: DemoLink[] = []
  for (const { role, somebody, page } of GUESTS) {
    if (!somebody) continue
    const token = newSessionToken()
    const opened = await service.db.rows(sql`
      insert into login (key, person_id, kind, created_at, expires_at)
      select ${sessionKey(token)}, id, 'web', ${now}, ${addDays(now, SESSION_DAYS)} from person
      where phone_hash = ${service.secrets.phoneHash(somebody.phone as Phone)} returning key`)
    const link = `${service.config.publicUrl}/?session=${token}#/${page}`
    if (opened.length > 0) links.push({ role, name: somebody.name, link })
  }
  return links
}
