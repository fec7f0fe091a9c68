import { existsSync } from 'node:fs'
import { rm, rmdir } from 'node:fs/promises'
import { HOST } from './door'
import { dataFolder } from './folder'
import { removePostgres } from './postgres'
import { findRunning } from './running'

/** `npm run reset`: the next start makes a new database, new keys and new demo data. */
async function reset(): Promise<void> {
  const folder = dataFolder(process.env)
  const port = await findRunning(folder)
  if (port) {
    throw new Error(
      `Bole is running at http://${HOST}:${port} with this data. Stop it first (Ctrl-C where it runs).`,
    )
  }
  if (!existsSync(folder.root))
    return console.log('There is nothing to remove. "npm start" makes everything new.')
  await removePostgres({ dataDir: folder.postgres })
  // Each by its name: BOLE_DATA may point at a folder with other things in it.
  for (const one of [folder.files, folder.keys, folder.running, folder.buildLog]) {
    await rm(one, { recursive: true, force: true })
  }
  await rmdir(folder.root).catch(() => undefined)
  console.log('Database, files and keys are gone. "npm start" makes everything new.')
}

reset().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'The reset failed for an unknown reason')
  process.exit(1)
})
