import { recall, remember } from '../storage'
import type { EntryService } from './face'

const KEY = 'visitor'
/** 128 random bits in base64url. */
const ID = /^[A-Za-z0-9_-]{22}$/
/** For a browser that keeps nothing: the same visitor at least until the page is closed. */
let unkept: string | undefined

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const base64 = btoa(String.fromCharCode(...bytes))
  return base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

export const { openedWith, visitorId } = {
  openedWith: () => ({ scene: null }),
  visitorId: () => {
    const kept = recall(KEY, (stored) => (typeof stored === 'string' && ID.test(stored) ? stored : undefined))
    if (kept) return kept
    unkept ??= newId()
    remember(KEY, unkept)
    return unkept
  },
} satisfies EntryService
