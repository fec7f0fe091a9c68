import { Client } from 'pg'
import { uuidv7 } from 'uuidv7'
import type { Secrets } from '@/cloud/secrets'
import type { BadRow } from './check'
import type { RosterEntry } from './columns'
import { planRoster, type Known, type RosterPlan } from './plan'

export type RosterRun = {
  databaseUrl: string
  secrets: Secrets
  entries: readonly RosterEntry[]
  bad: readonly BadRow[]
  apply: boolean
  deactivateMissing: boolean
  now: Date
}

/**
 * Compares the file with the database and, when asked to and no row is bad, makes the database agree. One transaction
 * that holds the table: what was planned is what is written, and two runs at once follow each other.
 */
export async function runRoster(run: RosterRun): Promise<RosterPlan & { applied: boolean }> {
  const client = new Client({ connectionString: run.databaseUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined) // the query in hand rejects by itself
  await client.connect()
  try {
    await client.query('begin')
    if (run.apply) await client.query('lock table employee in share row exclusive mode')
    const { rows } = await client.query<Known>(
      'select employee_number, name, department, role, intern, active, phone_hash, wecom_id, email from employee order by employee_number',
    )
    const plan = planRoster(run.entries, rows, run.secrets, run.deactivateMissing)
    plan.bad = [...run.bad, ...plan.bad].sort((a, b) => a.line - b.line)
    const applied = run.apply && plan.bad.length === 0
    if (applied) await write(client, plan, run)
    await client.query(applied ? 'commit' : 'rollback')
    return { ...plan, applied }
  } finally {
    await client.end()
  }
}

async function write(client: Client, plan: RosterPlan, { secrets, now }: RosterRun): Promise<void> {
  const rowOf = ({ entry, phoneHash }: { entry: RosterEntry; phoneHash: string }) => ({
    id: uuidv7(),
    employee_number: entry.employeeNumber,
    phone_hash: phoneHash,
    phone_enc: secrets.encrypt(entry.phone),
    name: entry.name,
    department: entry.department,
    role: entry.role,
    intern: entry.intern,
    active: entry.active,
    wecom_id: entry.wecom ?? null,
    email: entry.email ?? null,
    created_at: now,
    updated_at: now,
  })
  // All rows of a file have the same columns.
  const has = (column: 'wecom' | 'email') => plan.changed.some(({ entry }) => entry[column] !== undefined)
  // Numbers that change hands are let go first: the constraint looks at every row as it is written.
  const moving = plan.changed
    .filter(({ movesNumber }) => movesNumber)
    .map(({ entry }) => entry.employeeNumber)
  await client.query("update employee set phone_hash = 'moving:' || id where employee_number = any($1)", [
    moving,
  ])
  await client.query(
    `update employee e set phone_hash = n.phone_hash, name = n.name, department = n.department, role = n.role,
       intern = n.intern, active = n.active, updated_at = n.updated_at,
       phone_enc = case when e.employee_number = any($2) then n.phone_enc else e.phone_enc end,
       wecom_id = case when $3::boolean then n.wecom_id else e.wecom_id end, email = case when $4::boolean then n.email else e.email end
     from jsonb_populate_recordset(null::employee, $1) n where e.employee_number = n.employee_number`,
    [JSON.stringify(plan.changed.map(rowOf)), moving, has('wecom'), has('email')],
  )
  await client.query('insert into employee select * from jsonb_populate_recordset(null::employee, $1)', [
    JSON.stringify(plan.added.map(rowOf)),
  ])
  await client.query('update employee set active = false, updated_at = $2 where employee_number = any($1)', [
    plan.deactivated,
    now,
  ])
}
