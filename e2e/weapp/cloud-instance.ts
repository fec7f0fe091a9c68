import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const FOLDER = path.resolve(__dirname, '../../dist/cloud/api')

/** The platform's side of an instance: the caller of each call is written into the environment before `main` runs. */
const SERVE = `
  const { main } = require(require('node:path').resolve('index.js'))
  process.on('message', ({ caller, event }) => {
    for (const name of Object.keys(process.env)) if (name.startsWith('WX_')) delete process.env[name]
    Object.assign(process.env, caller)
    main(event, {}).then(
      (reply) => process.send({ reply }),
      (error) => process.send({ error: error.message }),
    )
  })
`

type Answer = { reply: unknown } | { error: string }

export type Instance = {
  call: (caller: Record<string, string>, event: object) => Promise<unknown>
  /** What the function has logged. */
  output: () => string
  close: () => Promise<void>
}

/** One instance of the bundled `api` in a process of its own, with no other environment than `env`. */
export function openInstance(env: Record<string, string>): Instance {
  if (!existsSync(path.join(FOLDER, 'index.js')))
    throw new Error('dist/cloud/api is not there: npm run build:cloud makes it.')
  const child = spawn(process.execPath, ['-e', SERVE], {
    cwd: FOLDER,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += String(text)))

  /** One at a time: the platform starts another instance rather than giving one two calls at once. */
  let last: Promise<unknown> = Promise.resolve()
  const ask = (caller: Record<string, string>, event: object) =>
    new Promise<Answer>((resolve, reject) => {
      void ended.then(() => reject(new Error(`The instance ended. It wrote:\n${output}`)))
      child.once('message', (answer) => resolve(answer as Answer))
      child.send({ caller, event })
    })

  return {
    call: async (caller, event) => {
      const asked = last.then(() => ask(caller, event))
      last = asked.catch(() => undefined)
      const answer = await asked
      if ('error' in answer) throw new Error(`cloud.callFunction:fail ${answer.error}`)
      return answer.reply
    },
    output: () => output,
    close: async () => {
      child.kill()
      await ended
    },
  }
}
