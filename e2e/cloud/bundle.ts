import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'

const BUILT = path.resolve(__dirname, '../../dist/cloud')
const MARK = 'REPLY '

/** Loads a bundle and calls it as the platform does. */
const CALL = `
  const { main } = require(require('node:path').resolve('index.js'))
  main(JSON.parse(process.argv[1]), {}).then(
    (reply) => { console.log('${MARK}' + JSON.stringify(reply)); process.exit(0) },
    (error) => { console.error(error.message); process.exit(1) },
  )
`

export type Called = { reply: unknown; stdout: string; stderr: string }

/** What a deployed function is told about itself; `databaseUrl` may lead nowhere. */
export function settings(databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    BOLE_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    BOLE_HASH_KEY: randomBytes(32).toString('base64'),
    BOLE_PUBLIC_URL: 'https://refer.example.com',
    BOLE_COMPANY: '星河科技',
  }
}

/** What the platform writes into the environment of one call. */
export function caller(openid: string | null, source = 'wx_client'): Record<string, string> {
  return {
    WX_CONTEXT_KEYS: 'WX_CLIENTIP,WX_OPENID,WX_APPID,WX_SOURCE',
    WX_SOURCE: source,
    ...(openid === null ? {} : { WX_OPENID: openid }),
  }
}

/** The built functions, each moved to where nothing else of the repository can be found. */
export function moveAway(): { folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bole-cloud-'))
  cpSync(BUILT, folder, { recursive: true })
  return { folder, remove: () => rmSync(folder, { recursive: true }) }
}

/** Calls `main` of a bundle in a process that has no other environment than `env`. */
export function call(folder: string, event: unknown, env: Record<string, string>): Promise<Called> {
  return new Promise((resolve) => {
    const args = ['-e', CALL, JSON.stringify(event)]
    execFile(process.execPath, args, { cwd: folder, env }, (_error, stdout, stderr) => {
      const line = stdout.split('\n').find((one) => one.startsWith(MARK))
      resolve({ reply: line ? (JSON.parse(line.slice(MARK.length)) as unknown) : undefined, stdout, stderr })
    })
  })
}

/** Starts the HTTP function on a free port and waits until it answers. */
export async function startWeb(
  folder: string,
  env: Record<string, string>,
): Promise<{ url: string; web: ChildProcess }> {
  const port = await freePort()
  const web = spawn(process.execPath, ['index.js'], {
    cwd: folder,
    env: { ...env, PORT: String(port) },
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(`${url}/healthz`).then(
        (response) => response.ok,
        () => false,
      )
    )
      return { url, web }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The web function did not come up')
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
