import { spawn } from 'node:child_process'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, utimes } from 'node:fs/promises'
import path from 'node:path'
import { PROJECT } from '../folder'
import type { Lifetime } from '../lifetime'

export const WEB_ROOT = path.join(PROJECT, 'dist', 'h5')
const DRAFT = '.h5-'
const SHOWN_LINES = 40

/** Builds `dist/h5` anew. Built beside it and put in its place when whole: a build that was cut off leaves the old one. */
export async function buildWeb(logFile: string, life: Lifetime): Promise<void> {
  const dist = path.dirname(WEB_ROOT)
  await clearDrafts(dist)
  const draft = path.join(dist, `${DRAFT}${process.pid}`)
  const begun = new Date()
  await compile(path.relative(PROJECT, draft), logFile, life)

  // What was edited while it compiled is newer than the build.
  await utimes(path.join(draft, 'index.html'), begun, begun)
  await putInPlace(draft, path.join(dist, `${DRAFT}${process.pid}-old`))
}

/** Another start may put its own build there at the same moment: then this one comes after it. */
async function putInPlace(draft: string, old: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await rename(WEB_ROOT, old).catch(() => undefined)
    await rm(old, { recursive: true, force: true })
    try {
      return await rename(draft, WEB_ROOT)
    } catch (error) {
      if (attempt === 3) throw error
    }
  }
}

async function compile(output: string, logFile: string, life: Lifetime): Promise<void> {
  const log = createWriteStream(logFile, { mode: 0o600 })
  // An address that is set for another build must not be compiled into this one.
  const env = { ...process.env, BOLE_OUTPUT: output, BOLE_SERVER: '', FORCE_COLOR: '0' }
  const child = spawn(process.execPath, [path.join('config', 'taro.mjs'), 'h5'], {
    cwd: PROJECT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.pipe(log, { end: false })
  child.stderr.pipe(log, { end: false })
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  life.onEnd(async () => {
    child.kill()
    await closed
    await rm(path.join(PROJECT, output), { recursive: true, force: true })
  })
  const code = await closed
  await new Promise((resolve) => log.end(resolve))
  if (code === 0 && existsSync(path.join(PROJECT, output, 'index.html'))) return
  const lines = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-SHOWN_LINES)
  throw new Error(`The web build failed. The end of ${logFile}:\n\n${lines.join('\n')}`)
}

/** Drafts carry the pid of who makes them: those of the dead are cleared away. */
async function clearDrafts(dist: string): Promise<void> {
  await mkdir(dist, { recursive: true })
  const left = (await readdir(dist)).filter(
    (name) => name.startsWith(DRAFT) && !isAlive(parseInt(name.slice(DRAFT.length))),
  )
  await Promise.all(left.map((name) => rm(path.join(dist, name), { recursive: true, force: true })))
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
