import * as v from 'valibot'
import type { Secrets } from '../secrets'

/**
 * A text as it waits: its whole words, for a road that takes any, and the variable parts, for a provider with approved
 * templates.
 */
export type TextBody = { body: string; params: readonly string[] }

const sealed = v.pipe(v.string(), v.parseJson(), v.object({ body: v.string(), params: v.array(v.string()) }))

/** What `outbox.body_enc` holds. */
export function sealText({ body, params }: TextBody, secrets: Pick<Secrets, 'encrypt'>): string {
  return secrets.encrypt(JSON.stringify({ body, params }))
}

/** Opens what `sealText` has sealed. Texts of before are plain words without parts. Throws when the key is gone. */
export function readText(bodyEnc: string, secrets: Pick<Secrets, 'decrypt'>): TextBody {
  const clear = secrets.decrypt(bodyEnc)
  const read = v.safeParse(sealed, clear)
  return read.success ? read.output : { body: clear, params: [] }
}
