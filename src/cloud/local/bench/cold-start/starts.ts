import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { openConnection } from '../load/connection'

type Env = Record<string, string>

const MARK = 'REPLY '
const PATIENCE_MS = 30_000

/** Loads a bundle and calls it once, as the platform does with an event function. */
const CALL = `
  const { main } = require(require('node:path').resolve('index.js'))
  main(JSON.parse(process.argv[1]), {}).then((reply) => console.log('${MARK}' + JSON.stringify(reply)))
`

/** Milliseconds from nothing to the answer of an event function. */
export async function startEvent(folder: string, event: object, env: Env): Promise<number> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['-e', CALL, JSON.stringify(event)], { cwd: folder, env })
  return untilDone(child, async (said) => {
    while (!said().includes(MARK)) await heard(child)
    const took = performance.now() - startedAt
    refuseUnlessOk(said().slice(said().indexOf(MARK) + MARK.length))
    return took
  })
}

/** Milliseconds from nothing to the answer of the HTTP function: it is asked as soon as its port is open. */
export async function startHttp(folder: string, call: string, env: Env): Promise<number> {
  const port = await freePort()
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['index.js'], { cwd: folder, env: { ...env, PORT: String(port) } })
  return untilDone(child, async () => {
    const body = await askOnce(port, call)
    const took = performance.now() - startedAt
    refuseUnlessOk(body)
    return took
  })
}

/** Runs `use` beside a process, which ends with it; a process that ends first or says nothing fails it. */
async function untilDone<T>(child: ChildProcess, use: (said: () => string) => Promise<T>): Promise<T> {
  let output = ''
  let errors = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const gone = new Promise<void>((resolve) => void child.once('close', () => resolve()))
  const over = new AbortController()
  try {
    const failed = async (why: string) => {
      throw new Error(`The function ${why}:\n${output}${errors}`)
    }
    return await Promise.race([
      use(() => output),
      gone.then(() => failed('ended without an answer')),
      wait(PATIENCE_MS, undefined, { signal: over.signal }).then(() => failed('did not answer')),
    ])
  } finally {
    over.abort()
    child.kill('SIGKILL')
    await gone
  }
}

function heard(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => void child.stdout?.once('data', () => resolve()))
}

function refuseUnlessOk(reply: string): void {
  if (!reply.startsWith('{"ok":true')) throw new Error(`A function answered ${reply}`)
}

/** Knocks until the port is open, and asks on the connection that got through. */
async function askOnce(port: number, call: string): Promise<string> {
  for (;;) {
    const connection = await openConnection(port).catch(() => null)
    if (!connection) {
      await wait(1)
      continue
    }
    try {
      return await connection.call(call, null, {})
    } finally {
      connection.close()
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
