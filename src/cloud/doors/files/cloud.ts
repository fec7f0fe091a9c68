import { AppError } from '@/contract/errors'
import { readAtMost } from '../../read-at-most'
import { cloudSdk, toAppError, type CloudSdk, type StoredFile } from '../sdk'
import type { FilesDoor } from './face'

const NOT_THERE = -503003
/** The platform deletes at most this many files in one call. */
const BATCH = 50
const READ_SECONDS = 120
const READ_PATIENCE_MS = 20_000

/**
 * CloudBase storage. Its permission must be set to "nobody reads, nobody writes but the server": by default everybody
 * may read, and then an address never expires. The address carries no file name: the browser saves it under its path.
 */
export function cloudFiles(): FilesDoor {
  return {
    async put(path, bytes) {
      const fileContent = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const { fileID } = await ask('uploadFile', (sdk) => sdk.uploadFile({ cloudPath: path, fileContent }))
      if (!fileID) throw new AppError('unavailable', 'The storage gave no file id', { retryAfter: 5 })
      return fileID
    },

    async read(storedAs, limit) {
      const address = await addressOf(storedAs, READ_SECONDS)
      if (address === null) return null
      const response = await fetch(address, { signal: AbortSignal.timeout(READ_PATIENCE_MS) }).catch(
        () => null,
      )
      if (response?.status === 404) return null
      if (!response?.ok) throw new AppError('unavailable', 'The storage is away', { retryAfter: 5 })
      const bytes = await readAtMost(response.body, limit)
      if (!bytes) throw new AppError('file-size')
      return bytes
    },

    async remove(storedAs) {
      for (let at = 0; at < storedAs.length; at += BATCH) {
        const fileList = storedAs.slice(at, at + BATCH)
        const answer = await ask('deleteFile', (sdk) => sdk.deleteFile({ fileList }))
        const kept = answer.fileList.find(({ status }) => status !== 0 && status !== NOT_THERE)
        if (kept) throw faultOf(kept)
      }
    },

    async link(storedAs, { seconds }) {
      const address = await addressOf(storedAs, seconds)
      if (address === null) throw new AppError('not-found', 'There is no such file')
      return address
    },
  }
}

async function addressOf(fileID: string, maxAge: number): Promise<string | null> {
  const { fileList } = await ask('getTempFileURL', (sdk) =>
    sdk.getTempFileURL({ fileList: [{ fileID, maxAge }] }),
  )
  const [file] = fileList
  if (file?.status === NOT_THERE) return null
  if (!file?.tempFileURL) throw faultOf(file)
  return file.tempFileURL
}

function faultOf(file: StoredFile | undefined): AppError {
  return new AppError('unavailable', `The storage answered ${file?.status ?? 'nothing'}`, { retryAfter: 5 })
}

async function ask<Answer>(asked: string, call: (sdk: CloudSdk) => Promise<Answer>): Promise<Answer> {
  try {
    return await call(await cloudSdk())
  } catch (error) {
    throw toAppError(error, asked)
  }
}
