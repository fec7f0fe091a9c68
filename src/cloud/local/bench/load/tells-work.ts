/** The question, and its answer. */
export const WORK = 'how much work so far'
export type Work = { workMs: number }

/** Lets this process answer its parent how many milliseconds of a core it has used. */
export function tellsWork(): void {
  process.on('message', (question) => {
    if (question !== WORK) return
    const { user, system } = process.cpuUsage()
    process.send?.({ workMs: (user + system) / 1000 } satisfies Work)
  })
}
