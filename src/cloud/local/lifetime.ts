export type Lifetime = {
  /** True from the first signal on: what fails now fails because it was told to stop. */
  readonly ending: boolean
  /** Runs at the end, last registered first. One that fails does not keep the others from running. */
  onEnd(close: () => unknown): void
  end(code?: number): Promise<never>
}

const PARENT_CHECK_MS = 1_000

/**
 * Ends the process in good order on Ctrl-C and on SIGTERM. npm passes signals on, so that one Ctrl-C may arrive twice:
 * the second changes nothing. When npm itself was killed, its child would hold the port for ever: it ends too.
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
  if (env.npm_lifecycle_event) {
    const parent = process.ppid
    setInterval(() => process.ppid !== parent && void end(), PARENT_CHECK_MS).unref()
  }
  return {
    get ending() {
      return ended !== undefined
    },
    onEnd: (close) => void closers.push(close),
    end,
  }
}
