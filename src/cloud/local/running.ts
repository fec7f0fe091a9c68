import type { IncomingMessage, ServerResponse } from 'node:http'
import { readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import * as v from 'valibot'
import type { DataFolder } from './folder'

/** Tells a server of ours from any other program on a port. A pid would not: it may belong to anything by now. */
const PATH = '/local.json'
const ANSWER_MS = 3_000
const ENDING_MS = 15_000

const mark = v.object({ port: v.number(), instance: v.string() })
const answer = v.object({ instance: v.string(), ending: v.boolean() })
export type Answer = v.InferOutput<typeof answer>

/** Answers the question that `findRunning` asks. False when the request is about something else. */
export function answerWhoAmI(
  request: IncomingMessage,
  response: ServerResponse,
  answer: () => Answer,
): boolean {
  if (request.url !== PATH) return false
  response.writeHead(200, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    Connection: 'close',
  })
  response.end(JSON.stringify(answer()))
  return true
}

/**
 * The port of the server that runs on this data folder; nothing when the one that left its mark is gone. One that is
 * about to end is waited for.
 */
export async function findRunning({ running }: DataFolder): Promise<number | undefined> {
  const left = readMark(running)
  if (!left) return undefined
  for (const deadline = Date.now() + ENDING_MS; ; await wait(100)) {
    const found = await ask(left.port)
    if (found?.instance !== left.instance) return undefined
    if (!found.ending || Date.now() > deadline) return left.port
  }
}

async function ask(port: number): Promise<Answer | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${PATH}`, {
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    return v.parse(answer, await response.json())
  } catch {
    return undefined
  }
}

export async function markRunning({ running }: DataFolder, port: number, instance: string): Promise<void> {
  await writeFile(running, `${JSON.stringify({ port, instance })}\n`, { mode: 0o600 })
}

export async function unmarkRunning({ running }: DataFolder): Promise<void> {
  await rm(running, { force: true })
}

function readMark(file: string): v.InferOutput<typeof mark> | undefined {
  try {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), mark), readFileSync(file, 'utf8'))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}
