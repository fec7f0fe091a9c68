import type { Secrets } from '@/cloud/secrets'
import type { BadRow } from './check'
import type { RosterEntry, RosterRole } from './columns'

/** An employee as the database has them. */
export type Known = {
  employee_number: string
  name: string
  department: string
  role: RosterRole
  intern: boolean
  active: boolean
  phone_hash: string
  wecom_id: string | null
  email: string | null
}

/** What a change is about, in words fit for a screen: the values of name, phone, wecom and email are left out. */
export type Change = { entry: RosterEntry; phoneHash: string; what: string[]; movesNumber: boolean }

export type RosterPlan = {
  added: { entry: RosterEntry; phoneHash: string }[]
  changed: Change[]
  /** Employee numbers. */
  deactivated: string[]
  /** Active in the database and not in the file; left alone unless asked for. */
  missing: string[]
  unchanged: number
  bad: BadRow[]
}

export function planRoster(
  entries: readonly RosterEntry[],
  known: readonly Known[],
  secrets: Secrets,
  deactivateMissing: boolean,
): RosterPlan {
  const byNumber = new Map(known.map((one) => [one.employee_number, one]))
  const holderOf = new Map(known.map((one) => [one.phone_hash, one.employee_number]))
  const inFile = new Set(entries.map(({ employeeNumber }) => employeeNumber))
  const missing = known
    .filter((one) => one.active && !inFile.has(one.employee_number))
    .map((one) => one.employee_number)
  const plan: RosterPlan = {
    added: [],
    changed: [],
    deactivated: deactivateMissing ? missing : [],
    missing: deactivateMissing ? [] : missing,
    unchanged: 0,
    bad: [],
  }
  for (const entry of entries) {
    const phoneHash = secrets.phoneHash(entry.phone)
    const holder = holderOf.get(phoneHash)
    // A holder who is in the file too gets the number the file gives them, so that numbers may change hands.
    if (holder !== undefined && !inFile.has(holder)) {
      plan.bad.push({ line: entry.line, reason: `has the phone number of ${holder}, who is not in the file` })
      continue
    }
    const old = byNumber.get(entry.employeeNumber)
    const what = old ? differences(old, entry, phoneHash) : []
    if (!old) plan.added.push({ entry, phoneHash })
    else if (what.length > 0)
      plan.changed.push({ entry, phoneHash, what, movesNumber: old.phone_hash !== phoneHash })
    else plan.unchanged += 1
  }
  return plan
}

function differences(old: Known, entry: RosterEntry, phoneHash: string): string[] {
  const told = (['department', 'role', 'intern', 'active'] as const)
    .filter((key) => old[key] !== entry[key])
    .map((key) => `${key} ${words(old[key])} → ${words(entry[key])}`)
  const kept = [
    old.name !== entry.name ? 'name' : null,
    old.phone_hash !== phoneHash ? 'phone' : null,
    entry.wecom !== undefined && old.wecom_id !== entry.wecom ? 'wecom' : null,
    entry.email !== undefined && old.email !== entry.email ? 'email' : null,
  ]
  return [...told, ...kept.filter((word) => word !== null)]
}

function words(value: string | boolean): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
}
