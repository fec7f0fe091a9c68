export type Cleanup = {
  /** To be undone at the end, whatever happens: last begun, first undone. */
  later(undo: () => unknown): void
  run(): Promise<void>
  /** Somebody wants us to stop: what fails from now on fails because of that. */
  readonly interrupted: boolean
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** Leaves nothing behind, also when somebody presses Ctrl-C. */
export function createCleanup(): Cleanup {
  const undos: (() => unknown)[] = []
  let running: Promise<void> | undefined
  let interrupted = false
  const cleanup: Cleanup = {
    later: (undo) => void undos.push(undo),
    run: () => (running ??= undoAll(undos)),
    get interrupted() {
      return interrupted
    },
  }
  for (const [signal, code] of Object.entries(SIGNALS)) {
    // Not once: a terminal and tsx both pass Ctrl-C on, and the second would end us in the middle.
    process.on(signal, () => {
      interrupted = true
      void cleanup.run().finally(() => process.exit(code))
    })
  }
  return cleanup
}

async function undoAll(undos: (() => unknown)[]): Promise<void> {
  for (let undo = undos.pop(); undo; undo = undos.pop()) {
    try {
      await undo()
    } catch (error) {
      process.stderr.write(`Could not clean up: ${error instanceof Error ? error.message : String(error)}\n`)
    }
  }
}
