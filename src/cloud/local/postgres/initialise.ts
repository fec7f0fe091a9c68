import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { draftOf } from './draft'
import { giveTo, type Place } from './place'
import { run } from './run'

/** Makes the data folder if there is none yet; true when it did. */
export async function initialise(
  place: Place,
  version: string,
  password: string,
  durable: boolean,
): Promise<boolean> {
  if (existsSync(place.pgdata)) {
    checkVersion(place, version)
    return false
  }
  // Made beside and renamed when whole: a start that was cut off leaves no half database behind.
  const draft = draftOf(place.pgdata)
  const passwordFile = `${draft}.password`
  try {
    await mkdir(draft, { mode: 0o700 })
    await giveTo(place.account, draft)
    await writeFile(passwordFile, password, { mode: 0o600 })
    await giveTo(place.account, passwordFile)
    const { code, output } = await run(place, 'initdb', [
      `--pgdata=${draft}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The server's own locale: the same order of text on every machine.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ])
    if (code !== 0) throw new Error(`PostgreSQL could not make its data folder ${draft}:\n${output}`)
    await rename(draft, place.pgdata).catch((error) => {
      if (!existsSync(place.pgdata)) throw error // else another process was first
    })
    return true
  } finally {
    await rm(passwordFile, { force: true })
    await rm(draft, { recursive: true, force: true })
  }
}

function checkVersion(place: Place, version: string): void {
  const found = readFileSync(path.join(place.pgdata, 'PG_VERSION'), 'utf8').trim()
  const wanted = version.split('.')[0]
  if (found !== wanted) {
    throw new Error(
      `The data in ${place.pgdata} is of PostgreSQL ${found}, and this is ${wanted}. ` +
        'Run "npm run reset" to begin with an empty database.',
    )
  }
}
