import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '@/contract/errors'
import type { FilesDoor } from '@/cloud/doors/files/face'
import { readSigned, sign } from './signed-link'

/** A file as its link hands it out. */
export type LinkedFile = { bytes: Uint8Array; fileName: string; contentType: string }

export type DiskFiles = FilesDoor & {
  /** The file behind the last part of a link; null when the link is damaged, over, or its file is gone. */
  open(signed: string, now: Date): Promise<LinkedFile | null>
}

const PART = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/

/** Files in a folder that only its owner may enter. `key` signs links. */
export function diskFiles(options: { folder: string; key: Buffer; publicUrl: string }): DiskFiles {
  const { key, publicUrl } = options
  const root = path.resolve(options.folder)

  const placeOf = (storedAs: string): string => {
    const parts = storedAs.split('/')
    if (!parts.every((part) => PART.test(part)))
      throw new AppError('bad-input', 'Not a path of a stored file')
    return path.join(root, ...parts)
  }

  return {
    async put(storedAs, bytes) {
      const place = placeOf(storedAs)
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
      // Renamed when whole: a reader never meets half a file.
      const draft = `${place}.${process.hrtime.bigint()}`
      await writeFile(draft, bytes, { mode: 0o600 })
      await rename(draft, place)
      return storedAs
    },

    async read(storedAs, limit) {
      const file = await open(placeOf(storedAs), 'r').catch(absent)
      if (!file) return null
      try {
        if ((await file.stat()).size > limit) throw new AppError('file-size')
        return await file.readFile()
      } finally {
        await file.close()
      }
    },

    async remove(storedAs) {
      for (const one of storedAs) await rm(placeOf(one), { force: true })
    },

    async link(storedAs, { seconds, now, fileName, contentType }) {
      if (!(await stat(placeOf(storedAs)).catch(absent)))
        throw new AppError('not-found', 'There is no such file')
      const until = now.getTime() + seconds * 1000
      return `${publicUrl}/files/${sign({ storedAs, until, fileName, contentType }, key)}`
    },

    async open(signed, now) {
      const link = readSigned(signed, key)
      if (!link || link.until <= now.getTime()) return null
      const bytes = await readFile(placeOf(link.storedAs)).catch(absent)
      return bytes && { bytes, fileName: link.fileName, contentType: link.contentType }
    },
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
  throw error
}
