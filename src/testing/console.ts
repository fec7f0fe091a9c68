type Method = 'error' | 'warn'
type Line = { method: Method; text: string }

let unexpected: Line[] = []
let expected: { method: Method; pattern: RegExp; seen: boolean }[] = []

/** Allows (and demands) one kind of console line in the running test: every other one fails it. */
export function expectConsole(method: Method, pattern: RegExp): void {
  expected.push({ method, pattern, seen: false })
}

export function watchConsole(): void {
  unexpected = []
  expected = []
  for (const method of ['error', 'warn'] as const) {
    jest.spyOn(console, method).mockImplementation((...args: unknown[]) => note(method, args))
  }
}

export function checkConsole(): void {
  for (const method of ['error', 'warn'] as const) jest.mocked(console[method]).mockRestore?.()
  const missing = expected.filter(({ seen }) => !seen)
  const lines = [
    ...unexpected.map(({ method, text }) => `unexpected console.${method}: ${text}`),
    ...missing.map(({ method, pattern }) => `console.${method} never said ${String(pattern)}`),
  ]
  if (lines.length > 0) throw new Error(lines.join('\n'))
}

function note(method: Method, args: unknown[]): void {
  const text = args.map((arg) => (arg instanceof Error ? (arg.stack ?? arg.message) : String(arg))).join(' ')
  const match = expected.find((one) => one.method === method && one.pattern.test(text))
  if (match) match.seen = true
  else unexpected.push({ method, text })
}
