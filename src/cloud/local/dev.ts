import { spawn, type ChildProcess } from 'node:child_process'
import { PROJECT } from './folder'
import { openLifetime } from './lifetime'
import { freePort } from './postgres/port'

const COMPILER_PORT = 10086

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
  for (const child of [compiler, server]) {
    life.onEnd(() => stop(child))
    child.once('exit', (code) => void life.end(code ?? 1))
  }
}

function run(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: PROJECT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

dev().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'The start failed for an unknown reason')
  process.exit(1)
})
