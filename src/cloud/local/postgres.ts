import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises'
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { serverAccount } from './postgres/account'
import { findPackage } from './postgres/binaries'
import { makeDatabase, urlOf } from './postgres/connection'
import { initialise } from './postgres/initialise'
import { liveServer } from './postgres/live'
import {
  dataFolder,
  giveTo,
  makePlace,
  removeInside,
  removeOutside,
  removePrograms,
  type Place,
} from './postgres/place'
import { freePort } from './postgres/port'
import { openRecord, readRecord, removeRecord, rewriteRecord, type ServerRecord } from './postgres/record'
import { run } from './postgres/run'
import { settingsFile } from './postgres/settings'

export type PostgresOptions = {
  /** A folder for this server alone. Holds its data, or a note of where they are when root has to keep them outside. */
  dataDir: string
  log?: (line: string) => void
  /** False only where a power cut may cost everything: tests. */
  durable?: boolean
}

export type Postgres = {
  url: string
  port: number
  /** True when the server was already running, left by a process that was killed. */
  reused: boolean
  stop(): Promise<void>
}

const START_ATTEMPTS = 3

/** Starts a real PostgreSQL on 127.0.0.1 with nothing but npm's packages. Data stay until `removePostgres`. */
export async function startPostgres({
  dataDir,
  log = () => undefined,
  durable = true,
}: PostgresOptions): Promise<Postgres> {
  const { pack, place, record } = await open(dataDir, log)
  const first = await initialise(place, pack.version, record.password, durable)
  if (first) log(`PostgreSQL ${pack.version.split('-')[0]}: made a new, empty database in ${place.folder}`)

  const running = await liveServer(place, record.password)
  const port = running ?? (await start(dataDir, place, record, durable))
  await makeDatabase(port, record.password)
  log(`PostgreSQL ${running ? 'was still running' : 'started'} on 127.0.0.1:${port}`)
  return { url: urlOf(port, record.password), port, reused: running !== undefined, stop: () => stop(place) }
}

export type RemoveOptions = {
  dataDir: string
  /** Also what root's start copied out of node_modules. For `npm run reset`. */
  programs?: boolean
}

/** Stops the server of this folder if it runs, and removes its data. Other files in the folder stay. */
export async function removePostgres({ dataDir, programs = false }: RemoveOptions): Promise<void> {
  if (!existsSync(dataDir)) return
  const record = readRecord(dataDir)
  if (record) {
    const { place } = await open(dataDir, () => undefined)
    if (existsSync(place.pgdata)) {
      if ((await liveServer(place, record.password)) !== undefined) await stop(place)
    }
    if (place.account) await removeOutside(place.folder)
    else await removeInside(place.folder)
    if (place.account && programs) await removePrograms(place.folder)
    await removeRecord(dataDir)
  }
  await rmdir(dataDir).catch(() => undefined)
}

async function open(dataDir: string, log: (line: string) => void) {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const account = serverAccount()
  const pack = findPackage()
  const folder = dataFolder(dataDir, pack, account)
  if (account && existsSync(path.join(dataDir, 'pgdata'))) {
    throw new Error(
      `The data in ${dataDir} are an ordinary user's. Start as that user, or remove the folder.`,
    )
  }
  let record = await openRecord(dataDir, folder)
  if (account && record.folder !== folder) {
    log(`This project was copied or moved: the data of its old place stay in ${record.folder}`)
    await removeRecord(dataDir)
    record = await openRecord(dataDir, folder)
  }
  return { pack, record, place: await makePlace(dataDir, pack, account) }
}

async function start(dataDir: string, place: Place, record: ServerRecord, durable: boolean): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(record.port)
    await writeSettings(place, port, durable)
    await writeFile(place.log, '', { mode: 0o600 })
    await giveTo(place.account, place.log)
    await run(place, 'pg_ctl', ['start', '-w', '-t', '60', '-D', place.pgdata, '-l', place.log])
    // Not pg_ctl's word, nor the port we asked for: another process may have started it, or taken the port.
    const live = await liveServer(place, record.password)
    if (live !== undefined) {
      if (live !== record.port) await rewriteRecord(dataDir, { ...record, port: live })
      return live
    }
    if (attempt === START_ATTEMPTS) {
      throw new Error(
        `PostgreSQL did not start in ${place.pgdata}. Its log says:\n${(await readFile(place.log, 'utf8')).trim()}\n` +
          'If the data are not worth keeping, "npm run reset" begins with an empty database.',
      )
    }
  }
}

async function writeSettings(place: Place, port: number, durable: boolean): Promise<void> {
  const file = path.join(place.pgdata, 'postgresql.conf')
  await writeFile(file, settingsFile({ port, durable }))
  await giveTo(place.account, file)
}

async function stop(place: Place): Promise<void> {
  const { code } = await run(place, 'pg_ctl', ['stop', '-w', '-t', '60', '-m', 'fast', '-D', place.pgdata])
  if (code !== 0 && existsSync(path.join(place.pgdata, 'postmaster.pid'))) {
    throw new Error(
      `PostgreSQL in ${realpathSync(place.pgdata)} did not stop within 60 s. Its log is ${place.log}`,
    )
  }
}
