import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs'
import { chmod, chown, lstat, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import type { Account } from './account'
import type { Package } from './binaries'
import { draftOf } from './draft'

/** Where a server's programs and data really are. `account` is who runs it, when not we ourselves. */
export type Place = { bin: string; folder: string; pgdata: string; log: string; account: Account | undefined }

/**
 * Only root may write here and everyone may enter, so nobody can plant a folder in our way. Temporary folders
 * fail on both counts, and some systems sweep them.
 */
const ROOT_HOME = '/var/lib/bole'

/** Where the data of `dataDir` is kept: in it, or, when another user has to reach it, outside. */
export function dataFolder(dataDir: string, pack: Package, account: Account | undefined): string {
  return account ? path.join(cloneHome(pack), `data-${short(realpathSync(dataDir))}`) : realpathSync(dataDir)
}

export async function makePlace(
  dataDir: string,
  pack: Package,
  account: Account | undefined,
): Promise<Place> {
  const folder = dataFolder(dataDir, pack, account)
  if (account) {
    await safeFolder(ROOT_HOME)
    await safeFolder(cloneHome(pack))
    await safeFolder(folder)
  }
  const native = account ? await copyNative(pack) : pack.native
  return {
    bin: path.join(native, 'bin'),
    folder,
    pgdata: path.join(folder, 'pgdata'),
    log: path.join(folder, 'log'),
    account,
  }
}

/** Removes the server's own files, those of a start that was cut off included. */
export async function removeInside(folder: string): Promise<void> {
  const own = (await readdir(folder)).filter((name) => name === 'log' || name.startsWith('pgdata'))
  for (const name of own) await rm(path.join(folder, name), { recursive: true, force: true })
}

/** Removes an outside data folder. */
export async function removeOutside(folder: string): Promise<void> {
  const home = path.dirname(folder)
  if (path.dirname(home) !== ROOT_HOME)
    throw new Error(`${folder} is not in ${ROOT_HOME}: remove it by hand.`)
  await rm(folder, { recursive: true, force: true })
}

/**
 * Removes the copied programs, unless a server of this clone still has its data there. Only for a person's reset:
 * tests start and remove servers all the time, and one would pull the programs from under another.
 */
export async function removePrograms(folder: string): Promise<void> {
  const home = path.dirname(folder)
  const left = await readdir(home).catch(() => [])
  if (left.some((name) => name.startsWith('data-'))) return
  await rm(home, { recursive: true, force: true })
  await rmdir(ROOT_HOME).catch(() => undefined) // other clones live there as well
}

export async function giveTo(account: Account | undefined, file: string): Promise<void> {
  if (account) await chown(file, account.uid, account.gid)
}

function cloneHome(pack: Package): string {
  return path.join(ROOT_HOME, short(pack.folder))
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

async function safeFolder(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o755, recursive: folder === ROOT_HOME }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  const stat = await lstat(folder)
  if (!stat.isDirectory() || stat.uid !== process.getuid?.() || (stat.mode & 0o022) !== 0) {
    throw new Error(
      `${folder} is not a folder that only root can write to. Look at it and remove it, then start again.`,
    )
  }
  await chmod(folder, 0o755) // whatever the umask took away, the server's user must get in
}

async function copyNative(pack: Package): Promise<string> {
  const target = path.join(cloneHome(pack), `native-${pack.version}`)
  if (existsSync(target)) return target
  const draft = draftOf(target)
  cpSync(pack.native, draft, { recursive: true, verbatimSymlinks: true })
  letEveryoneRead(draft)
  try {
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!existsSync(target)) throw error // else another process was first, with the same files
  }
  return target
}

/** An installation under a strict umask is readable by its owner only. */
function letEveryoneRead(folder: string): void {
  chmodSync(folder, 0o755)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name)
    const stat = lstatSync(file)
    if (stat.isSymbolicLink()) continue
    chmodSync(file, stat.isDirectory() || (stat.mode & 0o100) !== 0 ? 0o755 : 0o644)
  }
}
