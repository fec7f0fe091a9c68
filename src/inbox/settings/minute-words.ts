const two = (n: number) => String(n).padStart(2, '0')

/** 「22:00」, of minutes since midnight. */
export function minuteWords(minute: number): string {
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** When it ends, seen from when it begins: 「次日 08:00」. */
export function untilWords(from: number, to: number): string {
  return to < from ? `次日 ${minuteWords(to)}` : minuteWords(to)
}
