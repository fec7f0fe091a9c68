/** The `code` of an error of Node or of a library, or null. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' && error.code !== '' ? error.code : null
}

/** Whether an `AbortSignal.timeout` ended it. Told by name: it need not be an `Error` of ours. */
export function isTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'TimeoutError'
}
