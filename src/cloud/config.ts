import * as v from 'valibot'
import { isPhone, type Phone } from '@/domain/phone'
import { problemsOf, readChannels, type ChannelConfig } from './channel-config'

/** What every function and the local server are told by the environment; `.env.example` says what each is for. */
export type Config = ChannelConfig & {
  databaseUrl: string
  keys: ReadonlyMap<string, Buffer>
  hashKey: Buffer
  publicUrl: string
  company: string
  adminPhones: readonly Phone[]
  /** Links lead phones outside WeChat into the mini-program. */
  urlLink: boolean
}

const KEY_BYTES = 32
const key32 = v.pipe(
  v.string(),
  v.transform((text) => Buffer.from(text, 'base64')),
  v.check((bytes) => bytes.length === KEY_BYTES, 'must be 32 bytes in base64'),
)

const schema = v.object({
  DATABASE_URL: v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')),
  BOLE_KEYS: v.pipe(
    v.string(),
    v.transform(readKeys),
    v.check(
      (keys) => keys.size > 0 && [...keys].every(([id, key]) => /^\w+$/.test(id) && key.length === KEY_BYTES),
      'must be id:key[,id:key] with keys of 32 bytes in base64',
    ),
  ),
  BOLE_HASH_KEY: key32,
  BOLE_PUBLIC_URL: v.pipe(
    v.string(),
    v.url('must be an address such as https://refer.example.com'),
    v.transform((url) => url.replace(/\/+$/, '')),
  ),
  BOLE_COMPANY: v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty')),
  BOLE_ADMIN_PHONES: v.pipe(
    v.optional(v.string(), ''),
    v.transform((list) =>
      list
        .split(',')
        .map((phone) => phone.trim())
        .filter(Boolean),
    ),
    v.check((phones) => phones.every(isPhone), 'must be numbers such as +8613800138000, separated by commas'),
  ),
  BOLE_URL_LINK: v.optional(v.picklist(['on', 'off'], 'must be on or off'), 'off'),
})

/** Reads the configuration. Throws one Error that names every variable which is missing or malformed, and no value. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const result = v.safeParse(schema, env)
  const problems = result.success ? [] : problemsOf(result.issues)
  const channels = readChannels(env, problems)
  if (!result.success || problems.length > 0) {
    const lines = problems.map((problem) => `  ${problem}`)
    throw new Error(`The configuration is not complete:\n${lines.join('\n')}\nSee .env.example.`)
  }
  const read = result.output
  return {
    ...channels,
    databaseUrl: read.DATABASE_URL,
    keys: read.BOLE_KEYS,
    hashKey: read.BOLE_HASH_KEY,
    publicUrl: read.BOLE_PUBLIC_URL,
    company: read.BOLE_COMPANY,
    adminPhones: read.BOLE_ADMIN_PHONES.filter(isPhone),
    urlLink: read.BOLE_URL_LINK === 'on',
  }
}

function readKeys(text: string): Map<string, Buffer> {
  const pairs = text.split(',').map((pair) => {
    const colon = pair.indexOf(':')
    if (colon < 0) return ['', Buffer.alloc(0)] as const
    return [pair.slice(0, colon).trim(), Buffer.from(pair.slice(colon + 1), 'base64')] as const
  })
  return new Map(pairs)
}
