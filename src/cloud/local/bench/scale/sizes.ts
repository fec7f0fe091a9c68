import { referralsOf, type Population } from '../ground/population'

/** The same company twice: no reader has more to look at in the large one, there are a hundred times as many of them. */
const EACH = { jobs: 20, applications: 8, waiting: 4, touches: 40, senders: 600 }

export const SMALL: Population = { ...EACH, readers: 250 }
export const LARGE: Population = { ...EACH, readers: 25_000 }

export function touchesOf({ readers, touches }: Population): number {
  return readers * touches
}

export function sizeInWords(population: Population): string {
  return `${touchesOf(population)} touches, ${referralsOf(population)} applications`
}
