import sql, { join, type Sql } from 'sql-template-tag'
import type { ProgressFilter } from '@/contract/calls/progress'
import { columns, isLate, type Place } from './progress-item'

/** What is late and was nudged about, what is late, and everything else. */
const RANKS = [0, 1, 2] as const
type Rank = (typeof RANKS)[number]

/** A part of the list that has an order of its own, along an index. */
type Part = {
  key: Sql
  condition: Sql
  direction: 'asc' | 'desc'
}

/**
 * CTE `page`: of all applications but the caller's own those that a recruiter should see next. On top what is late and
 * was nudged about, the newest nudge first; then what is late, the longest overdue first; then the newest change. Late
 * is what was late `at` the moment the first page was asked for: nothing slips from one part to another between pages.
 */
export function queueCte(
  ask: { filter: ProgressFilter; after: Place | null; at: Date; now: Date },
  limit: number,
): Sql {
  const { filter, after, at, now } = ask
  const parts = RANKS.filter((rank) => rank >= (after?.rank ?? 0)).flatMap((rank) => {
    const part = partOf(rank, filter, at)
    return part ? [selectPart(rank, part, after?.rank === rank ? after : null, limit)] : []
  })
  const nothing = sql`(select 0 as rank, a.changed_at as key, a.id from application a where false)`
  return sql`placed as (${parts.length > 0 ? join(parts, ' union all ') : nothing}), page as (
      select ${columns(now)}, placed.rank, placed.key, a.nudged_at, a.nudges, false as mine, false as again,
        (select p.phone_enc from person p where p.id = a.candidate_id) as phone_enc,
        (select i.relation from invitation i where i.id = a.invitation_id) as relation,
        row_number() over (order by placed.rank, case when placed.rank = 1 then placed.key end, placed.key desc,
          case when placed.rank = 1 then placed.id end, placed.id desc) as n
      from placed join application a on a.id = placed.id
      order by n limit ${limit}
    )`
}

/** Sub-select: how many there are under each filter. */
export function queueCounts(now: Date): Sql {
  return sql`(select jsonb_build_object('all', count(*), 'waiting', 0, 'active', count(*) filter (where a.ended_at is null),
        'late', count(*) filter (where ${isLate(now)}), 'ended', count(*) filter (where a.ended_at is not null))
      from application a where ${NOT_THEIRS})`
}

const NOT_THEIRS = sql`a.candidate_id <> (select id from caller)`

function partOf(rank: Rank, filter: ProgressFilter, at: Date): Part | null {
  const late = isLate(at)
  if (rank < 2) {
    if (filter === 'waiting' || filter === 'ended') return null
    return rank === 0
      ? { key: sql`a.nudged_at`, condition: sql`a.nudged_at is not null and ${late}`, direction: 'desc' }
      : { key: sql`a.due_at`, condition: sql`a.nudged_at is null and ${late}`, direction: 'asc' }
  }
  if (filter === 'waiting' || filter === 'late') return null
  const going = sql`a.ended_at is null and ${late} is not true`
  const condition =
    filter === 'ended' ? sql`a.ended_at is not null` : filter === 'active' ? going : sql`${late} is not true`
  return { key: sql`a.changed_at`, condition, direction: 'desc' }
}

function selectPart(
  rank: Rank,
  { key, condition, direction }: Part,
  after: Place | null,
  limit: number,
): Sql {
  const beyond = after ? sql` and ${beyondPlace(key, direction, after)}` : sql``
  const order = direction === 'asc' ? sql`${key}, a.id` : sql`${key} desc, a.id desc`
  return sql`(select ${rank}::int as rank, ${key} as key, a.id from application a
      where ${condition} and ${NOT_THEIRS}${beyond} order by ${order} limit ${limit})`
}

function beyondPlace(key: Sql, direction: 'asc' | 'desc', { key: value, id }: Place): Sql {
  const place = sql`(${value}::timestamptz, ${id}::uuid)`
  return direction === 'asc' ? sql`(${key}, a.id) > ${place}` : sql`(${key}, a.id) < ${place}`
}
