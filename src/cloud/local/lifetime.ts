import { watchParents } from './parents'

export type Lifetime = {
  /** True from the first signal on: what fails now fails because it was told to stop. */
  readonly ending: boolean
  /** Runs at the end, last registered first. One that fails does not keep the others from running. */
  onEnd(close: () => unknown): void
  end(code?: number): Promise<never>
}

const PARENT_CHECK_MS = 1_000

/**
 * Ends the process in good order on Ctrl-C and on SIGTERM, and when the npm that started it was killed. npm passes
 * signals on, so that one Ctrl-C may arrive twice: the second changes nothing.
 */
export function openLifetime(env: NodeJS.ProcessEnv): Lifetime {
  const closers: (() => unknown)[] = []
  let ended: Promise<never> | undefined

  const run = async (code: number): Promise<never> => {
    for (const close of closers.reverse()) {
      try {
        await close()
      } catch (error) {
        console.error(`While stopping: ${error instanceof Error ? error.message : 'something failed'}`)
      }
    }
    process.exit(code)
  }
  const end = (code = 0) => (ended ??= run(code))

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end())
  const orphaned = watchParents(env)
  setInterval(() => orphaned() && void end(), PARENT_CHECK_MS).unref()
  return {
    get ending() {
      if (!ended && orphaned()) void end()
      return ended !== undefined
    },
    onEnd: (close) => void closers.push(close),
    end,
  }
}
