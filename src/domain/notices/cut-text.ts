const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' })
const LOOSE_END = /[\s，、。；：·,.;:-]+$/u

/**
 * At most `limit` UTF-16 units, which is the strictest way in which anybody counts characters: whoever counts code points or
 * what a reader sees counts fewer. Cut between what a reader sees as characters, never inside one, with 「…」 where
 * something is missing and `mark` is not empty.
 */
export function cutText(text: string, limit: number, mark = '…'): string {
  if (text.length <= limit) return text
  const kept = takeWhole(text, limit - mark.length).replace(LOOSE_END, '')
  return kept === '' ? '' : kept + mark
}

/** As many whole characters from the beginning as fit. */
export function takeWhole(text: string, limit: number): string {
  let end = 0
  for (const { index, segment } of GRAPHEMES.segment(text)) {
    if (index + segment.length > limit) break
    end = index + segment.length
  }
  return text.slice(0, end)
}

/** Text of one line without what nobody sees: control characters, halves of a pair, marks that turn the direction. */
export function plainLine(text: string): string {
  return text
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .trim()
}
