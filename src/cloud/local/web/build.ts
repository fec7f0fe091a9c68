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
  const old = path.join(dist, `${DRAFT}old-${process.pid}`)
  if (existsSync(WEB_ROOT)) await rename(WEB_ROOT, old)
  await rename(draft, WEB_ROOT)
  await rm(old, { recursive: true, force: true })
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
  })
  const code = await closed
  await new Promise((resolve) => log.end(resolve))
  if (code === 0 && existsSync(path.join(PROJECT, output, 'index.html'))) return
  const lines = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-SHOWN_LINES)
  throw new Error(`The web build failed. The end of ${logFile}:\n\n${lines.join('\n')}`)
}

async function clearDrafts(dist: string): Promise<void> {
  await mkdir(dist, { recursive: true })
  const left = (await readdir(dist)).filter((name) => name.startsWith(DRAFT))
  await Promise.all(left.map((name) => rm(path.join(dist, name), { recursive: true, force: true })))
}
