import sql from 'sql-template-tag'
import type { Database } from './database'
import { livingShare, SHARE_AND_REFERRER } from './share'

/** What the preview of a link may say: nothing about the candidate. */
export type SharePreview = {
  referrer: string
  department: string
  /** Null: all open jobs. */
  job: { title: string; city: string } | null
}

/** The preview of a token's share; null when nobody can come by it any more, or never could. */
export async function findPreview(db: Database, token: string, now: Date): Promise<SharePreview | null> {
  const [row] = await db.rows<SharePreview>(sql`
    select e.name as referrer, e.department,
      case when j.id is not null then jsonb_build_object('title', j.title, 'city', j.city) end as job
    from ${SHARE_AND_REFERRER} left join job j on j.id = s.job_id
    where s.token = ${token} and ${livingShare(now)}`)
  return row ?? null
}
