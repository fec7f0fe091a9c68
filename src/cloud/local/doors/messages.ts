/** What a local door was given, as its receiver would see it. */
export type LocalMessage = { title: string; lines: readonly string[]; opens: string | null }

/**
 * What the local doors were given, by outbox id. In the memory of the local server only: the table keeps no words, so
 * after a restart they are gone.
 */
export type LocalMessages = {
  keep(id: string, message: LocalMessage): void
  find(id: string): LocalMessage | null
}

/** More than the outbox page shows. */
const KEPT = 500

export function localMessages(): LocalMessages {
  const messages = new Map<string, LocalMessage>()
  return {
    keep(id, message) {
      // One that is sent again is one: its place is that of the last time.
      messages.delete(id)
      messages.set(id, message)
      const [oldest] = messages.keys()
      if (messages.size > KEPT && oldest !== undefined) messages.delete(oldest)
    },
    find: (id) => messages.get(id) ?? null,
  }
}
