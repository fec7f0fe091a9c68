import type { Service } from '../context'
import { cloudService } from './service'

/** An event function serves one request at a time; the second connection is for what it does side by side. */
const CONNECTIONS = 2

/**
 * The service of an event function, checked when the function's file is loaded. A configuration that is not complete is
 * written to the log at once, and every call fails with the same words: the platform keeps no log of a file that would
 * not load, and nothing half-starts.
 */
export function serviceOnLoad(): () => Service {
  try {
    const service = cloudService(process.env, CONNECTIONS)
    return () => service
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'The service could not be opened'}\n`)
    return () => {
      throw error
    }
  }
}
