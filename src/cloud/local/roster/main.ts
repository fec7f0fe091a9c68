import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runRoster } from './apply'
import { checkRows } from './check'
import { readCsv } from './read-csv'
import { reportLines } from './report'
import { openTarget } from './target'

const USAGE = `Usage: npm run roster -- people.csv [--apply] [--deactivate-missing]

  people.csv            UTF-8, first line: name,employeeNumber,department,role,intern,phone,active
                        or 姓名,工号,部门,角色,实习,手机号,在职; wecom,email (企业微信,邮箱) may be added
  --apply               writes; without it the changes are only shown
  --deactivate-missing  people who are not in the file are no longer active

With DATABASE_URL, BOLE_KEYS and the other variables of .env.example set it works on that database, else on the local one.`

async function main(): Promise<void> {
  const { positionals, values } = readArguments()
  const [file] = positionals
  if (!file || positionals.length > 1) throw new Error(USAGE)
  const { entries, bad } = checkRows(readCsv(readFileSync(file)))
  const target = await openTarget(process.env)
  try {
    console.log(`${file} against ${target.name}:`)
    const { apply, 'deactivate-missing': deactivateMissing } = values
    const plan = await runRoster({ ...target, entries, bad, apply, deactivateMissing, now: new Date() })
    console.log(reportLines(plan).join('\n'))
    if (plan.bad.length > 0) process.exitCode = 1
  } finally {
    await target.close()
  }
}

function readArguments() {
  try {
    const flag = { type: 'boolean', default: false } as const
    return parseArgs({ allowPositionals: true, options: { apply: flag, 'deactivate-missing': flag } })
  } catch {
    throw new Error(USAGE)
  }
}

main().catch((error: unknown) => {
  // A connection that was refused comes without words.
  console.error((error instanceof Error && error.message) || 'The database cannot be reached')
  process.exit(1)
})
