/** A moment as `iso` wrote it. */
export function dateOf(at: string | null): Date | null {
  return at === null ? null : new Date(at)
}
