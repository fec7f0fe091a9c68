import type { RosterEntry } from './columns'
import type { RosterPlan } from './plan'

/** What a run did or would do, line by line. People are called by their employee number: this may land in a log. */
export function reportLines(plan: RosterPlan & { applied: boolean }): string[] {
  const { added, changed, deactivated, missing, unchanged, bad, applied } = plan
  const lines = [
    ...added.map(
      ({ entry }) =>
        `+ ${entry.employeeNumber} (line ${entry.line}): ${entry.department}, ${entry.role}${reached(entry)}`,
    ),
    ...changed.map(({ entry, what }) => `~ ${entry.employeeNumber} (line ${entry.line}): ${what.join(', ')}`),
    ...deactivated.map((number) => `- ${number}: not in the file, no longer active`),
    ...missing.map((number) => `? ${number}: not in the file, stays active without --deactivate-missing`),
    ...bad.map(({ line, reason }) => `! line ${line}: ${reason}`),
  ]
  const counts = `${added.length} added, ${changed.length} changed, ${deactivated.length} deactivated, ${unchanged} unchanged`
  return [...lines, `${counts}, ${bad.length} bad.`, verdict(plan, applied)]
}

/** Which channels a new colleague has, not under which name. */
function reached({ wecom, email }: RosterEntry): string {
  return `${wecom ? ', wecom' : ''}${email ? ', email' : ''}`
}

function verdict({ added, changed, deactivated, bad }: RosterPlan, applied: boolean): string {
  if (bad.length > 0) return 'Nothing was written: correct the bad rows first.'
  if (added.length + changed.length + deactivated.length === 0) return 'The roster agrees with the file.'
  return applied ? 'Written.' : 'Nothing was written yet: run it again with --apply.'
}
