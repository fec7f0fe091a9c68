import sql, { raw, type Sql } from 'sql-template-tag'
import { idSql } from './ids'
import { FIRST_CANDIDATE, OWN_CHANNELS, referralsOf, type Population } from './population'

const DAYS = 60

/**
 * Shares that readers made by themselves, and who opened them: every candidate twice, once before they proved their
 * number and once after, and strangers. Wants the readers and the candidates.
 */
export function ownShares(population: Population): Sql[] {
  const { readers, jobs } = population
  const shares = readers * OWN_CHANNELS.length
  const known = referralsOf(population)
  const channel = sql`(${[...OWN_CHANNELS]}::text[])[(n - 1) % ${OWN_CHANNELS.length}::int + 1]`
  return [
    sql`insert into share (id, token, channel, referrer_id, job_id, code, created_at)
      select ${id('own-share', 'n')}, 'own-' || n, ${channel}, ${id('person', `(n - 1) / ${OWN_CHANNELS.length} + 1`)},
        case when ${channel} <> 'code' then ${id('job', `n % ${jobs} + 1`)} end,
        case when ${channel} = 'code' then 'code-' || n end, now() - interval '90 days' from generate_series(1, ${shares}::int) as n`,
    sql`insert into touch (share_id, visitor, day, at, scene, person_id)
      select ${id('own-share', `(n - 1) % ${shares} + 1`)},
        case when n <= ${2 * known}::int then 'visitor-' || (n - 1) % ${known}::int + 1 else 'stranger-' || n end,
        current_date - n % ${DAYS}::int, now() - n % ${DAYS}::int * interval '1 day', 1047,
        case when n > ${known}::int and n <= ${2 * known}::int then ${id('person', `${FIRST_CANDIDATE - 1} + n - ${known}`)} end
      from generate_series(1, ${readers * population.touches}::int) as n`,
    sql`insert into visitor_proof (visitor, at, person_id)
      select 'visitor-' || n, now(), ${id('person', `${FIRST_CANDIDATE - 1} + n`)} from generate_series(1, ${known}::int) as n`,
  ]
}

const id = (...parts: Parameters<typeof idSql>) => raw(idSql(...parts))
