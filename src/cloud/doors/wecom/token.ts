/** What WeCom answers to `gettoken`. */
export type TokenAnswer = { errcode: number; access_token?: string; expires_in?: number }

export type Tokens = {
  /** The token, or why there is none. One question at a time, however many ask. */
  get(now: number): Promise<{ token: string } | { errcode: number }>
  /** It was not taken: the next `get` asks for another. */
  drop(token: string): void
}

/** Renewed a little early: a message takes a while to arrive. */
const EARLY_MS = 5 * 60_000

/** Keeps one access token as long as it is good: WeCom allows few questions for it, and gives everybody the same. */
export function keepToken(ask: () => Promise<TokenAnswer>): Tokens {
  let kept: { token: string; until: number } | null = null
  let asking: Promise<{ token: string } | { errcode: number }> | null = null

  async function renew(now: number): Promise<{ token: string } | { errcode: number }> {
    const { errcode, access_token: token, expires_in: seconds } = await ask()
    if (errcode !== 0 || !token) return { errcode: errcode || -1 }
    kept = { token, until: now + (seconds ?? 0) * 1000 - EARLY_MS }
    return { token }
  }

  return {
    async get(now) {
      if (kept && kept.until > now) return { token: kept.token }
      asking ??= renew(now).finally(() => {
        asking = null
      })
      return asking
    },
    drop(token) {
      if (kept?.token === token) kept = null
    },
  }
}
