import { migrate } from './migrate'

/** `DATABASE_URL=… npm run migrate`: brings a production database to the newest schema, before the functions are deployed. */
async function main(): Promise<void> {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is missing: name the database to migrate')
  await migrate(url)
  process.stdout.write('The schema is up to date.\n')
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
