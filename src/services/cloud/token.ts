import { forget, recall, remember } from '../storage'
import { arrivedToken } from './arrived'

const KEY = 'session'
const TOKEN = /^[A-Za-z0-9_.-]{8,512}$/

let token: string | null | undefined
const watchers = new Set<() => void>()

const parse = (stored: unknown) => (typeof stored === 'string' && TOKEN.test(stored) ? stored : undefined)

/** The web session this device holds, or null. In WeChat there is none: the platform says who is calling. */
export function currentToken(): string | null {
  if (token !== undefined) return token
  const arrived = parse(arrivedToken())
  if (arrived) keepToken(arrived)
  return (token = arrived ?? recall(KEY, parse) ?? null)
}

export function keepToken(fresh: string): void {
  token = fresh
  remember(KEY, fresh)
}

export function dropToken(): void {
  token = null
  forget(KEY)
}

/** The cloud does not know the session (any more): it is dropped, and whoever shows a person is told. */
export function refuseToken(refused: string | null): void {
  // A reply may be late: by then somebody else may have signed in.
  if (refused !== currentToken()) return
  dropToken()
  watchers.forEach((tell) => tell())
}

export function whenRefused(tell: () => void): () => void {
  watchers.add(tell)
  return () => void watchers.delete(tell)
}
