import sql from 'sql-template-tag'
import type { Context } from '../context'
import { callerCte, type CallerRow } from './caller'

export type EmployeeRow = { id: string; name: string; department: string; employeeNumber: string }

const LIMIT = 10

/** Active colleagues whose name or number begins so, by name. */
export async function findEmployees(
  ctx: Context,
  text: string,
): Promise<{ caller: CallerRow; employees: EmployeeRow[] }> {
  // The text may hold what `like` takes for a wildcard.
  const beginning = `${text.replace(/[\\%_]/g, '\\$&')}%`
  return ctx.db.one(sql`
    with ${callerCte(ctx)}, found as (
      select id, name, department, employee_number from employee
      where active and (name ilike ${beginning} or employee_number ilike ${beginning})
      order by name, employee_number limit ${LIMIT}
    )
    select (select to_jsonb(caller) from caller) as caller,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'department', department,
        'employeeNumber', employee_number) order by name, employee_number), '[]') from found) as employees`)
}
