import sql, { type Sql } from 'sql-template-tag'

/**
 * Who touched: the person who was logged in, else whoever was the first to prove a number as the same visitor from then
 * on; null while nobody has. What comes after somebody else's proof in the same browser is not theirs.
 * `touch` is an alias of the table `touch`.
 */
export function personBehind(touch: Sql): Sql {
  return sql`coalesce(${touch}.person_id, (select proof.person_id from visitor_proof proof
    where proof.visitor = ${touch}.visitor and proof.at >= ${touch}.at order by proof.at, proof.person_id limit 1))`
}

/** CTE `proved`: the person of the CTE `proven` (id) is who touched as this visitor so far. */
export function provenVisitor(visitor: string | null, now: Date): Sql {
  return sql`proved as (
    insert into visitor_proof (visitor, at, person_id)
    select ${visitor}, ${now}::timestamptz, id from proven where ${visitor}::text is not null on conflict do nothing
  )`
}

/**
 * Sub-select (share_id, referrer_id, channel, at) of every touch that is the caller's, in no order and whatever its
 * share has become since; nothing for a visitor. For `from (${touchesOf()}) as t` in a statement with the CTE `caller`.
 */
export function touchesOf(caller: Sql = sql`caller`): Sql {
  return sql`select mine.share_id, opened.referrer_id, opened.channel, mine.at
    from (
      select t.share_id, t.at from touch t where t.person_id = (select id from ${caller})
      union all
      select t.share_id, t.at
      from (select distinct visitor from visitor_proof where person_id = (select id from ${caller})) as known
      join touch t on t.visitor = known.visitor and t.person_id is null
      where ${personBehind(sql`t`)} = (select id from ${caller})
    ) as mine join share opened on opened.id = mine.share_id
    -- Who refused an invitation, or had it taken back, was not brought by it.
    where not exists (select from invitation i where i.share_id = mine.share_id and i.status in ('declined', 'revoked'))`
}
