import { log } from './log'

/**
 * One run at a time; one that is asked for meanwhile follows, so that nothing written during a run is left lying. Nobody
 * waits for it, and a failure goes to the log as `call`.
 */
export function oneAtATime(call: string, run: () => Promise<unknown>): () => void {
  let running = false
  let again = false
  const go = async (): Promise<void> => {
    do {
      again = false
      try {
        await run()
      } catch (failure) {
        log({ call, failure })
      }
    } while (again)
    running = false
  }
  return () => {
    if (running) again = true
    else {
      running = true
      void go()
    }
  }
}
