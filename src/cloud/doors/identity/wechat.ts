const PREFIX = 'WX_'

export type WechatIdentity = { openid: string | null; source: string }

/**
 * Who calls a cloud function and by which road, as the platform wrote it into the environment of this one call: read it
 * first, before anything is awaited. The same as the SDK's `getWXContext()`, which would cost 220 ms to load and turns
 * ids made of digits into numbers. Nothing of it may ever come from the event, which the client makes up.
 */
export function readWechatIdentity(env: NodeJS.ProcessEnv): WechatIdentity {
  const keys = env.WX_CONTEXT_KEYS
  if (!keys) return { openid: null, source: '' }
  const found = new Map<string, string>()
  for (const key of keys.split(',')) {
    const value = env[key]
    if (value === undefined) continue
    found.set(key.startsWith(PREFIX) && key.length > PREFIX.length ? key.slice(PREFIX.length) : key, value)
  }
  return { openid: found.get('OPENID') || null, source: env.TCB_SOURCE || (found.get('SOURCE') ?? '') }
}
