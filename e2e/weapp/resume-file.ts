import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makeResume } from '../web/support/resume'

export type SavedResume = { path: string; remove: () => void }

/** A real PDF on the disk, as a chat holds it. */
export async function saveResume(): Promise<SavedResume> {
  const { name, buffer } = await makeResume()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bole-resume-'))
  writeFileSync(path.join(folder, name), buffer)
  return { path: path.join(folder, name), remove: () => rmSync(folder, { recursive: true }) }
}
