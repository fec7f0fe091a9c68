export type Cleanup = {
  /** To be undone at the end, whatever happens: last begun, first undone. */
  later(undo: () => unknown): void
  run(): Promise<void>
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** Leaves nothing behind, also when somebody presses Ctrl-C. */
export function createCleanup(): Cleanup {
  const undos: (() => unknown)[] = []
  let running: Promise<void> | undefined
  const cleanup: Cleanup = {
    later: (undo) => void undos.push(undo),
    run: () => (running ??= undoAll(undos)),
  }
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.once(signal, () => void cleanup.run().finally(() => process.exit(code)))
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
