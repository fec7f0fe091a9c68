/** What the bench is doing, for the person who waits: standard output holds figures only. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}
