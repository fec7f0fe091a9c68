import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { Service } from '@/cloud/context'
import { demoRows } from './rows'
import type { DemoRows } from './rows/types'
import { planCompany } from './story'

export type DemoCounts = { employees: number; jobs: number; referrals: number }

/**
 * Fills an empty database with the demo company as it stands at `today`: the same day gives the same company, but for
 * ids, tokens and ciphertexts. Null when there is somebody or something already. Files first, then one statement for
 * all tables: a load that is cut off leaves no row behind.
 */
export async function loadDemo(service: Service, today: Date): Promise<DemoCounts | null> {
  const { db, doors, secrets } = service
  const { used } = await db.one<{ used: boolean }>(
    sql`select exists (select from job) or exists (select from employee) or exists (select from person) as used`,
  )
  if (used) return null

  const { rows, files } = demoRows(planCompany(today), today, secrets)
  await Promise.all(files.map(({ storedAs, bytes }) => doors.files.put(storedAs, bytes)))
  await db.rows(insertAll(rows))
  return { employees: rows.employee.length, jobs: rows.job.length, referrals: rows.invitation.length }
}

/** Foreign keys are checked at the end of the statement, so the order of its parts does not matter. */
function insertAll(rows: DemoRows): Sql {
  const parts = Object.entries(rows).map(
    ([table, values]) => sql`${raw(`${table}_rows`)} as (
      insert into ${raw(table)} select * from jsonb_populate_recordset(null::${raw(table)}, ${JSON.stringify(values)}::jsonb)
    )`,
  )
  return sql`with ${join(parts, ', ')} select 1`
}
