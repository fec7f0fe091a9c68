import { AppError } from '@/contract/errors'

type Line =
  | { call: string; code: string; ms: number; person: string | null; request: string | null }
  | { call: string; failure: unknown }
  | { job: string; [figure: string]: string | number }

/**
 * One JSON line. Of a failure only its class, its code and the places in our code are written: messages of drivers and
 * libraries quote values, and a value may be a phone number.
 */
export function log(line: Line): void {
  if (!('failure' in line)) return write(line)
  const { failure, ...rest } = line
  write({ ...rest, level: 'error', ...describe(failure) })
}

function describe(failure: unknown): object {
  if (!(failure instanceof Error)) return { error: typeof failure }
  const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : undefined
  const constraint =
    'constraint' in failure && typeof failure.constraint === 'string' ? failure.constraint : undefined
  const stack = failure.stack
    ?.split('\n')
    .filter((row) => row.trimStart().startsWith('at '))
    .slice(0, 8)
  // Our own messages hold nothing personal: see AppError.
  const message = failure instanceof AppError ? failure.message : undefined
  return { error: failure.name, message, errorCode: code, constraint, stack: stack?.map((row) => row.trim()) }
}

/** Not `console.log`, which costs several times as much, and every call writes a line. */
let sink: (line: string) => void = (line) => void process.stdout.write(`${line}\n`)

/** Sends the lines elsewhere: tests read them to prove that they name nobody. */
export function logTo(writer: (line: string) => void): void {
  sink = writer
}

function write(line: object): void {
  sink(JSON.stringify({ at: new Date().toISOString(), ...line }))
}
