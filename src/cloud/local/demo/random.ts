/** A small seeded generator (mulberry32), so that the demo company is the same every time. */
export type Random = {
  /** At least 0, less than 1. */
  next: () => number
  between: (low: number, high: number) => number
  chance: (probability: number) => boolean
  pick: <T>(items: readonly T[]) => T
  pickWeighted: <T>(items: readonly T[], weigh: (item: T) => number) => T
  shuffle: <T>(items: readonly T[]) => T[]
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0

  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  const pickWeighted = <T>(items: readonly T[], weigh: (item: T) => number): T => {
    const total = items.reduce((sum, item) => sum + weigh(item), 0)
    let left = next() * total
    for (const item of items) {
      left -= weigh(item)
      if (left < 0) return item
    }
    const last = items[items.length - 1]
    if (last === undefined) throw new Error('Cannot pick from an empty list')
    return last
  }

  return {
    next,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    pick: (items) => pickWeighted(items, () => 1),
    pickWeighted,
    shuffle: (items) =>
      items
        .map((item) => ({ item, order: next() }))
        .sort((a, b) => a.order - b.order)
        .map(({ item }) => item),
  }
}
