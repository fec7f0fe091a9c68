/** Digits and capitals without the classic look-alikes 0 O 1 I L. */
export const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/**
 * The number of a source as people read it to each other: `7K2Q-9M4X`, without look-alikes. It names the share and
 * opens nothing. Made of the random tail of the share's UUID.
 */
export function sourceCode(shareId: string): string {
  let rest = BigInt(`0x${shareId.replace(/-/g, '').slice(-12)}`)
  let code = ''
  for (let position = 0; position < 8; position++) {
    code += ALPHABET[Number(rest % BigInt(ALPHABET.length))]
    rest /= BigInt(ALPHABET.length)
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
