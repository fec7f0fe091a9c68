/** Over so long what waited for one moment goes out, so that a morning does not begin with all of it at once. */
export const SPREAD_MINUTES = 30

const HASHES = 2 ** 32

/** A moment within `minutes` after `at`: always the same one for one id, and evenly spread over ids. */
export function spreadAfter(at: Date, id: string, minutes: number = SPREAD_MINUTES): Date {
  return new Date(at.getTime() + Math.floor((hash(id) / HASHES) * minutes * 60_000))
}

/** FNV-1a, with the last rounds of murmur: ids that differ in their last letter only must be far apart. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let index = 0; index < text.length; index++) h = Math.imul(h ^ text.charCodeAt(index), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
