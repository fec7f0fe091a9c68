import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { draftOf } from './draft'

/** What `dataDir` remembers of its server. `folder` tells a person where the data really is. */
export type ServerRecord = { folder: string; password: string; port?: number }

const fileIn = (dataDir: string) => path.join(dataDir, 'server.json')

export function readRecord(dataDir: string): ServerRecord | undefined {
  let text: string
  try {
    text = readFileSync(fileIn(dataDir), 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    if (code !== 'EACCES') throw error
    throw new Error(
      `${fileIn(dataDir)} belongs to another user, most likely root. Start as that user, ` +
        `or have that user run "npm run reset" first.`,
    )
  }
  const value = JSON.parse(text) as Partial<ServerRecord>
  if (typeof value.folder !== 'string' || typeof value.password !== 'string') {
    throw new Error(`${fileIn(dataDir)} is damaged. Run "npm run reset" to begin with an empty database.`)
  }
  return { folder: value.folder, password: value.password, port: value.port }
}

/** The record, made at first use. Two processes that begin at once end up with the same password. */
export async function openRecord(dataDir: string, folder: string): Promise<ServerRecord> {
  const found = readRecord(dataDir)
  if (found) return found
  const draft = await writeDraft(dataDir, { folder, password: randomBytes(24).toString('base64url') })
  // A hard link, unlike a rename, fails when the name is taken.
  await link(draft, fileIn(dataDir)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
  const record = readRecord(dataDir)
  if (!record) throw new Error(`${fileIn(dataDir)} disappeared while it was being written. Start again.`)
  return record
}

export async function rewriteRecord(dataDir: string, record: ServerRecord): Promise<void> {
  await rename(await writeDraft(dataDir, record), fileIn(dataDir))
}

export async function removeRecord(dataDir: string): Promise<void> {
  await rm(fileIn(dataDir), { force: true })
}

async function writeDraft(dataDir: string, record: ServerRecord): Promise<string> {
  const draft = draftOf(fileIn(dataDir))
  await writeFile(draft, JSON.stringify(record, null, 2) + '\n', { mode: 0o600 })
  return draft
}
