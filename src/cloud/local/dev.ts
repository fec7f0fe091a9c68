import { spawn, type ChildProcess } from 'node:child_process'
import { PROJECT } from './folder'
import { openLifetime } from './lifetime'
import { freePort } from './postgres/port'

const COMPILER_PORT = 10086
/** The compiler finishes what it is at before it listens; the server needs its time to stop the database. */
const PATIENCE_MS = { compiler: 1_000, server: 30_000 }

/**
 * `npm run dev`: the local server, started again when its sources change, and Taro's compiler, whose pages it passes on.
 * Both end with this process, and this process ends with either of them.
 */
async function dev(): Promise<void> {
  const life = openLifetime(process.env)
  const port = await freePort(COMPILER_PORT)
  const compiler = run(
    [require.resolve('@tarojs/cli/bin/taro'), 'build', '--type', 'h5', '--watch', '--port', String(port)],
    {
      NODE_ENV: 'development',
      BOLE_SERVER: '',
    },
  )
  const server = run(
    [require.resolve('tsx/cli'), 'watch', '--clear-screen=false', 'src/cloud/local/start.ts'],
    {
      BOLE_COMPILER_PORT: String(port),
    },
  )
  for (const [child, patience] of [
    [compiler, PATIENCE_MS.compiler],
    [server, PATIENCE_MS.server],
  ] as const) {
    life.onEnd(() => stop(child, patience))
    child.once('exit', (code) => void life.end(code ?? 1))
  }
}

/** In a group of its own: Ctrl-C reaches this process only, which passes it on once. `tsx watch` kills at the second signal. */
function run(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: PROJECT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  })
}

function stop(child: ChildProcess, patience: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), patience).unref()
  })
}

dev().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'The start failed for an unknown reason')
  process.exit(1)
})
