import sql from 'sql-template-tag'
import { addDays } from '@/domain/shanghai'
import type { LocalServer } from '../../local-server'
import { rowsOf } from './database'

// What takes days to come about, put into the table; and what has come about, counted in it.

/** Its stage began weeks ago, and the answer was due days ago, whatever holidays lie between. */
export async function makeLate(server: LocalServer, applicationId: string): Promise<void> {
  const [since, dueAt] = [addDays(new Date(), -25), addDays(new Date(), -15)]
  await rowsOf(
    server,
    sql`update application set stage_since = ${since}, due_at = ${dueAt} where id = ${applicationId}`,
  )
}

/** The messages of an application of one event have failed over WeCom for hours, and nobody tries any more. */
export async function failForGood(server: LocalServer, applicationId: string, event: string): Promise<void> {
  await rowsOf(
    server,
    sql`update outbox o set state = 'dead', channel = 'wecom', reason = '60020', attempts = 8, done_at = ${new Date()}
      from message m where m.id = o.message_id and m.subject_id = ${applicationId} and m.event = ${event}`,
  )
}

/** Who was told of what about an application, and how often: `{ 'stage-moved candidate': 2 }`. */
export async function toldOf(server: LocalServer, applicationId: string): Promise<Record<string, number>> {
  const rows = await rowsOf<{ about: string; times: number }>(
    server,
    sql`select event || ' ' || seat as about, count(*) as times from message where subject_id = ${applicationId} group by 1`,
  )
  return Object.fromEntries(rows.map(({ about, times }) => [about, times]))
}

/** What has happened to an application, each in its order. */
export async function happenedTo(server: LocalServer, applicationId: string) {
  const [found] = await rowsOf<{
    stages: string[]
    pauses: { reason: string; over: boolean }[]
    nudges: number
  }>(
    server,
    sql`select
      (select json_agg(to_stage order by at, id) from stage_event where application_id = ${applicationId}) as stages,
      (select json_agg(json_build_object('reason', reason, 'over', ended_at is not null) order by from_at)
        from stage_pause where application_id = ${applicationId}) as pauses,
      (select count(*) from nudge where application_id = ${applicationId}) as nudges`,
  )
  return found
}

/** How many messages about an application somebody in this seat has not read. */
export async function unreadOf(server: LocalServer, applicationId: string, seat: string): Promise<number> {
  const [found] = await rowsOf<{ unread: number }>(
    server,
    sql`select count(*) as unread from message where subject_id = ${applicationId} and seat = ${seat} and read_at is null`,
  )
  return found?.unread ?? -1
}
