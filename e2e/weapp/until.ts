const PATIENCE_MS = 15_000
const LOOK_EVERY_MS = 20

type Maybe<T> = T | null | undefined | false

/** Looks again and again until something is there, and says what was there instead when it never comes. */
export async function until<T>(
  what: string,
  look: () => Maybe<T> | Promise<Maybe<T>>,
  instead: () => string,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > deadline) throw new Error(`${what} within ${patienceMs / 1000} s. Instead: ${instead()}`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}
