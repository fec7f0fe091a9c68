import sql, { raw } from 'sql-template-tag'
import { tellDigests } from '@/cloud/digests'
import type { DigestKind } from '@/domain/notices/event'
import { atHour } from '@/domain/shanghai'
import { MONDAY, type Colleague, type Company, type Somebody } from './company'

export type Line = { kind: DigestKind; seat: string; id: string; stage: string | null; dueAt: Date | null }
export type Digest = { seat: string; at: Date; lines: Line[] }

type Moment =
  | 'word_at'
  | 'candidate_word_at'
  | 'due_at'
  | 'late_told'
  | 'paused_until'
  | 'nudged_at'
  | 'sent_at'
  | 'status'
type Put = Partial<Record<Moment, Date | string | null>>

/** The digest hour, so many days after the Monday of the tests. */
export const nine = (days: number) => atHour(MONDAY, 9, days)
export const later = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000)

const FOREVER = { ms: Infinity, clock: () => 0 }

/** A company whose digests are looked at. */
export function digesting(company: Company) {
  const { db } = company.service
  const set = async (table: 'application' | 'invitation', id: string, put: Put) => {
    for (const [column, value] of Object.entries(put))
      await db.rows(sql`update ${raw(table)} set ${raw(column)} = ${value} where id = ${id}`)
  }
  const of = {
    /** Each test begins on the same Monday, with people of its own: what was done later is forgotten. */
    async begin() {
      company.at(MONDAY)
      await db.rows(sql`delete from lists_made`)
      const recruiter = await company.colleague({ role: 'recruiter', name: '陈思' })
      return {
        recruiter,
        referrer: await company.colleague(),
        candidate: await company.person(),
        jobId: await company.job({ recruiter }),
      }
    },
    tell: (now: Date) => tellDigests(db, now, FOREVER),
    application: (id: string, put: Put) => set('application', id, put),
    invitation: (id: string, put: Put) => set('invitation', id, put),
    /** An application of which nothing is due by itself. */
    async quiet(owner: Colleague, candidate: Somebody, jobId: string): Promise<string> {
      const id = await company.application(owner, candidate, jobId)
      await of.application(id, { word_at: null, candidate_word_at: null, due_at: null })
      return id
    },
    async wordAt(id: string): Promise<Date | null> {
      const row = await db.one<{ at: Date | null }>(sql`
        select word_at as at from application where id = ${id} union all select word_at from invitation where id = ${id}`)
      return row.at
    },
    leaves: async ({ employeeId }: Colleague) =>
      void (await db.rows(sql`update employee set active = false where id = ${employeeId}`)),
    /** What somebody got, oldest first. */
    async got({ id }: Somebody): Promise<Digest[]> {
      const rows = await db.rows<Line & { message: string; toldAs: string; at: Date }>(sql`
        select m.id as message, m.seat as "toldAs", m.at, i.kind, i.seat, i.subject_id as id, i.stage, i.due_at as "dueAt"
        from message m left join digest_item i on i.message_id = m.id
        where m.person_id = ${id} and m.event = 'digest' order by m.at, i.place`)
      const digests = new Map<string, Digest>()
      for (const { message, toldAs, at, ...line } of rows) {
        const digest = digests.get(message) ?? { seat: toldAs, at, lines: [] }
        digest.lines.push(line)
        digests.set(message, digest)
      }
      return [...digests.values()]
    },
    /** The same in short: 「late as referrer」 for each line of each digest. */
    kinds: async (who: Somebody) =>
      (await of.got(who)).map(({ lines }) => lines.map(({ kind, seat }) => `${kind} as ${seat}`)),
  }
  return of
}
