import type { IncomingMessage, ServerResponse } from 'node:http'
import { readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import * as v from 'valibot'
import type { DataFolder } from './folder'

/** Tells a server of ours from any other program on a port. A pid would not: it may belong to anything by now. */
const PATH = '/local.json'
const ANSWER_MS = 3_000

const mark = v.object({ port: v.number(), instance: v.string() })
const answer = v.object({ instance: v.string() })

/** Answers the question that `findRunning` asks. False when the request is about something else. */
export function answerWhoAmI(request: IncomingMessage, response: ServerResponse, instance: string): boolean {
  if (request.url !== PATH) return false
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify({ instance }))
  return true
}

/** The port of the server that runs on this data folder; nothing when the one that left its mark is gone. */
export async function findRunning({ running }: DataFolder): Promise<number | undefined> {
  const left = readMark(running)
  if (!left) return undefined
  try {
    const response = await fetch(`http://127.0.0.1:${left.port}${PATH}`, {
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    const { instance } = v.parse(answer, await response.json())
    return instance === left.instance ? left.port : undefined
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
