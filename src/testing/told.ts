import sql from 'sql-template-tag'
import type { NoticeEvent, NoticeSeat } from '@/domain/notices/event'
import type { Company, Somebody } from './company'

export type Told = { event: NoticeEvent; seat: NoticeSeat; occasion: string; queued: boolean }

/** What somebody has been told about a record, in the order in which it happened; `queued`: it also goes out. */
export async function toldTo(company: Company, who: Somebody, subjectId: string): Promise<Told[]> {
  return company.service.db.rows<Told>(sql`
    select m.event, m.seat, m.occasion, exists (select from outbox o where o.message_id = m.id) as queued
    from message m where m.person_id = ${who.id} and m.subject_id = ${subjectId} order by m.at, m.event`)
}
