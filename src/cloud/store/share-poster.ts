import sql from 'sql-template-tag'
import type { Context } from '../context'
import { callerCte, type CallerRow } from './caller'
import { jobJson, takesReferrals, type JobRow } from './job'
import { OWN_SHARE_FROM } from './share'

export type PosterFacts = {
  caller: CallerRow
  share: {
    id: string
    token: string
    ended: boolean
    job: JobRow | null
    /** Of open jobs, the newest first. */
    jobTitles: string[]
    picture: { base64: string; contentType: string } | null
  } | null
}

const TITLES = 5

/** A share of the caller's with what its poster shows; `picture` is what WeChat drew for it before. */
export async function loadForPoster(ctx: Context, id: string): Promise<PosterFacts> {
  return ctx.db.one<PosterFacts>(sql`
    with ${callerCte(ctx)}
    select (select to_jsonb(caller) from caller) as caller,
      (select jsonb_build_object('id', s.id, 'token', s.token, 'ended', s.ended_at is not null,
        'job', case when j.id is not null then ${jobJson(ctx.now)} end,
        'jobTitles', case when s.job_id is not null then '[]'::jsonb else (select coalesce(jsonb_agg(open.title), '[]') from (
          select j.title from job j where ${takesReferrals(ctx.now)} order by j.created_at desc, j.id limit ${TITLES}) as open) end,
        'picture', (select jsonb_build_object('base64', replace(encode(c.image, 'base64'), chr(10), ''), 'contentType', c.content_type)
          from share_picture c where c.share_id = s.id))
        from ${OWN_SHARE_FROM} where s.id = ${id}) as share`)
}

/** Keeps what WeChat drew; of two at once the first stays. */
export async function keepPicture(
  ctx: Context,
  picture: { shareId: string; image: Buffer; contentType: string },
): Promise<void> {
  await ctx.db.rows(sql`
    insert into share_picture (share_id, image, content_type, at)
    values (${picture.shareId}, ${picture.image}, ${picture.contentType}, ${ctx.now}) on conflict do nothing`)
}
