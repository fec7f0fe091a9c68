import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const PATHS = 'import-x/no-restricted-paths'
const CYCLE = 'import-x/no-cycle'
const PACKAGES = 'no-restricted-imports'

/** A file's path, what it imports, and the rule that has to object (none: the import is fine). */
type Case = [file: string, imports: string, rule: string | undefined]

const cases: Case[] = [
  ['src/domain/a.ts', '@/contract/thing', PATHS],
  ['src/domain/b.ts', './thing', undefined],
  ['src/domain/c.ts', 'node:crypto', PACKAGES],
  ['src/contract/a.ts', '@/services/thing', PATHS],
  ['src/contract/b.ts', '@/domain/thing', undefined],
  ['src/contract/c.ts', '@tarojs/taro', PACKAGES],
  ['src/services/a.ts', '@/components/thing', PATHS],
  ['src/services/b.ts', '@/cloud/thing', PATHS],
  ['src/services/c.ts', '@/contract/thing', undefined],
  ['src/services/d.ts', '@/services/twin', undefined],
  ['src/components/a.ts', '@/services/thing', PATHS],
  ['src/components/b.ts', '@/services/twin', PATHS],
  ['src/components/c.ts', '@/cloud/thing', PATHS],
  ['src/components/d.ts', '@/domain/thing', undefined],
  ['src/components/e.ts', 'pg', PACKAGES],
  ['src/components/f.ts', 'chinese-days/dist/chinese-days.json', PACKAGES],
  ['src/pages/home/a.ts', '../jobs/thing', PATHS],
  ['src/pages/home/b.ts', '@/cloud/thing', PATHS],
  ['src/pages/home/c.ts', '@/recruiter/thing', PATHS],
  ['src/pages/home/g.ts', '@/shares/thing', PATHS],
  ['src/pages/home/d.ts', './thing', undefined],
  ['src/pages/home/e.ts', '@/services/thing', undefined],
  ['src/pages/home/f.ts', '@/testing/thing', PATHS],
  ['src/pages/home/f.test.ts', '@/testing/thing', undefined],
  ['src/recruiter/a.ts', '@/pages/home/thing', PATHS],
  ['src/recruiter/b.ts', '@/cloud/thing', PATHS],
  ['src/recruiter/c.ts', '@/components/thing', undefined],
  ['src/recruiter/d.ts', '@/shares/thing', PATHS],
  ['src/shares/a.ts', '@/pages/home/thing', PATHS],
  ['src/shares/b.ts', '@/recruiter/thing', PATHS],
  ['src/shares/c.ts', '@/services/thing', undefined],
  ['src/shares/d.ts', 'pg', PACKAGES],
  ['src/inbox/a.ts', '@/pages/home/thing', PATHS],
  ['src/inbox/b.ts', '@/shares/thing', PATHS],
  ['src/inbox/c.ts', '@/services/thing', undefined],
  ['src/inbox/d.ts', 'pg', PACKAGES],
  ['src/cloud/a.ts', '@/services/thing', PATHS],
  ['src/cloud/b.ts', './local/thing', PATHS],
  ['src/cloud/c.ts', '@/contract/thing', undefined],
  ['src/cloud/d.ts', '@/testing/thing', PATHS],
  ['src/cloud/e.ts', 'react', PACKAGES],
  ['src/cloud/calls/a.ts', '../local/thing', PATHS],
  ['src/cloud/calls/a.test.ts', '../local/thing', undefined],
  ['src/cloud/local/a.ts', '../thing', undefined],
  ['src/app.ts', '@/cloud/thing', PATHS],
  ['src/domain/round.ts', './trip', CYCLE],
  ['src/domain/trip.ts', './round', CYCLE],
]

const targets = [
  ...['domain', 'contract', 'services', 'components', 'pages/home', 'pages/jobs'],
  ...['recruiter', 'shares', 'cloud', 'cloud/local', 'testing'],
]

let root: string
let broken: Record<string, string[]>

beforeAll(() => {
  root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'bole-lint-')))
  write('tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } }, "include": ["src"] }')
  write('src/services/twin.h5.ts', 'export const thing = 1')
  for (const target of targets) write(`src/${target}/thing.ts`, 'export const thing = 1')
  for (const [file, imports] of cases)
    write(file, `import { thing } from '${imports}'\nexport const it = thing`)
  const files = cases.map(([file]) => file)
  const output = execFileSync(process.execPath, [path.join(__dirname, 'lint-texts.mjs'), root, ...files])
  broken = JSON.parse(output.toString()) as Record<string, string[]>
})

afterAll(() => rmSync(root, { recursive: true }))

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}

describe('the one-way import rule', () => {
  it.each(cases)('%s importing %s: %s', (file, _imports, rule) => {
    expect([...new Set(broken[file])]).toEqual(rule ? [rule] : [])
  })
})
