export type Aim = { atLeast: number } | { atMost: number }

export type Figure = {
  name: string
  value: number
  unit: string
  aim?: Aim
  /** What else a reader wants to know, such as the rounds behind a median. */
  about?: Record<string, string | number | readonly number[]>
}

/** The bench's standard output: one JSON line per figure. */
export type Figures = {
  add(figure: Figure): void
  /** A part that cannot be measured here, and why. */
  leaveOut(name: string, why: string): void
  /** The last line: which aims were missed. */
  finish(): void
}

export function createFigures(write: (line: string) => void): Figures {
  const missed: string[] = []
  const print = (line: object) => write(JSON.stringify(line))
  return {
    add({ name, value, unit, aim, about }) {
      const met = aim === undefined || isMet(aim, value)
      if (!met) missed.push(name)
      print({ name, value: round(value), unit, ...(aim && { aim: inWords(aim), met }), ...about })
    },
    leaveOut: (name, why) => print({ name, value: null, unit: null, leftOut: why }),
    finish: () => print({ name: 'aims missed', value: missed.length, unit: 'figures', missed }),
  }
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const low = sorted[Math.floor((sorted.length - 1) / 2)]
  const high = sorted[Math.ceil((sorted.length - 1) / 2)]
  if (low === undefined || high === undefined) throw new Error('There is no median of nothing')
  return (low + high) / 2
}

/** The smallest value that at least `percent` of them do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)]
  if (value === undefined) throw new Error('There is no percentile of nothing')
  return value
}

/** Three digits that count: what was measured is not more exact than that. */
export function round(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))
}

function isMet(aim: Aim, value: number): boolean {
  return 'atLeast' in aim ? value >= aim.atLeast : value <= aim.atMost
}

function inWords(aim: Aim): string {
  return 'atLeast' in aim ? `>= ${aim.atLeast}` : `<= ${aim.atMost}`
}
