const LETTERS = /^(回复?)?(T|TD|N|R)$/
const WORDS = /退订|拒收|取消订阅/

/**
 * Whether a reply to a text asks for no more of them: the letters that Chinese texts offer (T, TD, N, R), or 退订 and its
 * like anywhere in a sentence. Signs, spaces, case and full-width letters do not matter.
 */
export function asksToStop(reply: string): boolean {
  const plain = reply
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
  return LETTERS.test(plain) || WORDS.test(plain)
}
