import { randomUUID } from 'node:crypto'

/** A name beside the final one, of this call alone: made there, then renamed when whole. */
export const draftOf = (file: string) => `${file}.${randomUUID().slice(0, 8)}`
