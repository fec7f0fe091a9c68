import sql from 'sql-template-tag'
import { POLICY } from '@/domain/policy'
import { addDays } from '@/domain/shanghai'
import type { Database } from '../database'

/**
 * - `handed`: noted as handed over; give it to the provider now
 * - `full`: the number has had its texts
 * - `again`: another text for the number goes now; ask for this one later
 * - `gone`: not ours any more
 */
export type HandOver = 'handed' | 'full' | 'again' | 'gone'

/**
 * Notes that these texts are given to a provider who cannot tell a repeat, and counts invitations against what a number
 * may get over all referrers. Two workers that ask for one number at once ask one after the other: the row of the number
 * is judged as the first has left it. Whoever has opted out since the claim gets none: it is `gone`, and dropped by the
 * next claim. product.md, "How an invitation travels".
 */
export async function handOver(
  db: Database,
  texts: readonly { id: string; lease: Date }[],
  now: Date,
): Promise<Map<string, HandOver>> {
  const { in24Hours, in30Days } = POLICY.texts
  const [day, month] = [addDays(now, -1), addDays(now, -30)]
  const rows = await db.rows<{ id: string; outcome: HandOver }>(sql`
    with asked as materialized (
      select o.id, o.kind, o.recipient_hash from outbox o
        join unnest(${texts.map(({ id }) => id)}::uuid[], ${texts.map(({ lease }) => lease)}::timestamptz[]) as t (id, lease) on t.id = o.id
      where o.state = 'waiting' and o.run_at = t.lease and o.handed_at is null and o.recipient_enc is not null
        and (o.kind <> 'invitation' or not exists (select from text_opt_out x where x.phone_hash = o.recipient_hash))
    ), first as (
      select distinct on (recipient_hash) id, recipient_hash from asked where kind = 'invitation' order by recipient_hash, id
    ), granted as (
      insert into text_quota as q (phone_hash, handed_at) select recipient_hash, array[${now}::timestamptz] from first
      on conflict (phone_hash) do update
        set handed_at = array(select t from unnest(q.handed_at) as t where t > ${month}) || excluded.handed_at
        where (select count(*) < ${in30Days} and count(*) filter (where t > ${day}) < ${in24Hours}
          from unnest(q.handed_at) as t where t > ${month})
      returning phone_hash
    ), handed as (
      update outbox set handed_at = ${now}
      where state = 'waiting' and recipient_enc is not null and id in (
        select id from asked where kind = 'login-code'
        union all select first.id from first join granted on granted.phone_hash = first.recipient_hash)
      returning id
    )
    select asked.id, case
        when handed.id is not null then 'handed'
        when first.id is null and granted.phone_hash is not null then 'again'
        when asked.kind = 'invitation' and granted.phone_hash is null then 'full'
        else 'gone' end as outcome
      from asked left join handed on handed.id = asked.id left join first on first.id = asked.id
        left join granted on granted.phone_hash = asked.recipient_hash`)
  return new Map(rows.map(({ id, outcome }) => [id, outcome]))
}
