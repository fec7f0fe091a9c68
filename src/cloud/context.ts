import type { Config } from './config'
import type { Doors } from './doors'
import type { Secrets } from './secrets'
import type { Database } from './store/database'

/** What lives as long as the process. */
export type Service = {
  db: Database
  secrets: Secrets
  doors: Doors
  config: Config
  /** Keyed hashes of the administrators that the environment names. */
  adminHashes: ReadonlySet<string>
}

/** One request: the service, the moment, and what the caller showed to be somebody. Never anything from the input. */
export type Context = Service & {
  now: Date
  /** `login.key` of the web session or the WeChat identity; null for somebody with neither. */
  loginKey: string | null
  /** Set inside WeChat only. */
  openid: string | null
  /** Of the browser that asks; empty when it sent none, null where there is no browser. */
  userAgent: string | null
  /** The file that came beside the input. */
  upload: Uint8Array | null
}

export function openService(parts: Omit<Service, 'adminHashes'>): Service {
  const adminHashes = new Set(parts.config.adminPhones.map((phone) => parts.secrets.phoneHash(phone)))
  return { ...parts, adminHashes }
}
