import type { Ground } from './ground/open-ground'

/** What a deployed function is told; nothing of this machine's own environment reaches it. */
export function environment({ parts }: Ground): Record<string, string> {
  return {
    DATABASE_URL: parts.databaseUrl,
    BOLE_KEYS: `local:${parts.keys.encryption}`,
    BOLE_HASH_KEY: parts.keys.hash,
    BOLE_PUBLIC_URL: parts.publicUrl,
    BOLE_COMPANY: '星河科技',
    TZ: 'Asia/Shanghai',
  }
}
