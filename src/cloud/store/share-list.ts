import sql, { join } from 'sql-template-tag'
import { STAGES_FROM_HIRED, STAGES_FROM_INTERVIEW, type ShareTally } from '@/domain/share-counts'
import type { Context } from '../context'
import { callerCte, type CallerRow } from './caller'
import { OWN_SHARE_FROM, OWN_SHARE_JSON, type OwnShareRow } from './share'
import { personBehind } from './touch'

export type ListedShareRow = OwnShareRow & { tally: ShareTally }

/** The caller's living shares, the newest first, with how many people each has brought how far. */
export async function listShares(ctx: Context): Promise<{ caller: CallerRow; shares: ListedShareRow[] }> {
  return ctx.db.one(sql`
    with ${callerCte(ctx)}, mine as materialized (
      select s.id, s.created_at, ${OWN_SHARE_JSON} as json from ${OWN_SHARE_FROM} where s.ended_at is null
    )
    select (select to_jsonb(caller) from caller) as caller,
      (select coalesce(jsonb_agg(mine.json || jsonb_build_object('tally', jsonb_build_object(
          'opened', came.visitors, 'accepted', came.persons,
          'applied', went.applied, 'interviewed', went.interviewed, 'hired', went.hired)) order by mine.created_at desc, mine.id desc), '[]')
        from mine, lateral (
          select count(distinct t.visitor) as visitors, count(distinct ${personBehind(sql`t`)}) as persons
          from touch t where t.share_id = mine.id
        ) as came, lateral (
          select count(distinct a.candidate_id) as applied,
            count(distinct a.candidate_id) filter (where exists (select from stage_event v
              where v.application_id = a.id and v.to_stage in (${join(STAGES_FROM_INTERVIEW)}))) as interviewed,
            count(distinct a.candidate_id) filter (where exists (select from stage_event v
              where v.application_id = a.id and v.to_stage in (${join(STAGES_FROM_HIRED)}))) as hired
          from ${applicationsOf()} as a
        ) as went) as shares`)
}

/** Each application that came through the share of `mine`, or is credited by it. Two look-ups, each with its index. */
function applicationsOf() {
  return sql`(select id, candidate_id from application where share_id = mine.id
    union select id, candidate_id from application where through_share_id = mine.id)`
}
