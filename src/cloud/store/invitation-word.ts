import sql, { type Sql } from 'sql-template-tag'
import { nextWordAt } from '@/domain/notices/next-word'
import { POLICY } from '@/domain/policy'

/**
 * `nextInvitationWordAt` of the domain in SQL, for statements that do not read the row first: when the referrer of an
 * invitation that was sent at `sentAt` is told next, although nothing has happened since now.
 */
export function nextInvitationWord(sentAt: Sql, now: Date): Sql {
  const { digestHour, unansweredDays } = POLICY.words
  return sql`least(${nextWordAt(now, POLICY)}::timestamptz, (
        select min(at) from unnest(${[...unansweredDays]}::int[]) as days,
          lateral (select (date_trunc('day', ${sentAt} at time zone 'Asia/Shanghai')
            + make_interval(days => days, hours => ${digestHour}::int)) at time zone 'Asia/Shanghai' as at) as asked
        where at > ${now}))`
}
