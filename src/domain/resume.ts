/** What kinds of file a résumé may be, told by content: a renamed photo is still a photo. */
export const RESUME_KINDS = ['pdf', 'doc', 'docx'] as const
export type ResumeKind = (typeof RESUME_KINDS)[number]

export const RESUME_LIMIT_BYTES = 10 * 1024 * 1024

export const RESUME_TYPES: Record<ResumeKind, string> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]

/**
 * The real kind of a file, by its first bytes and its parts: PDF by `%PDF-` (some writers put up to 1 KB before it),
 * docx as a zip that names `word/`, doc as an OLE file that names a `WordDocument` stream. Null for anything else,
 * which includes spreadsheets (same containers) and pictures.
 */
export function resumeKind(bytes: Uint8Array): ResumeKind | null {
  if (indexOf(bytes.subarray(0, 1024), PDF) >= 0) return 'pdf'
  if (startsWith(bytes, ZIP) && indexOf(bytes, ascii('word/')) >= 0) return 'docx'
  if (startsWith(bytes, OLE) && indexOf(bytes, utf16('WordDocument')) >= 0) return 'doc'
  return null
}

export type ResumeProblem = 'kind' | 'size' | 'empty'

/** What can be said before the upload, from the name and the size alone. */
export function problemBeforeUpload(name: string, size: number): ResumeProblem | null {
  const extension = name.toLowerCase().split('.').pop() ?? ''
  if (!(RESUME_KINDS as readonly string[]).includes(extension)) return 'kind'
  if (size === 0) return 'empty'
  return size > RESUME_LIMIT_BYTES ? 'size' : null
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte)
}

function indexOf(bytes: Uint8Array, needle: readonly number[]): number {
  const last = bytes.length - needle.length
  for (
    let at = bytes.indexOf(needle[0] ?? 0);
    at >= 0 && at <= last;
    at = bytes.indexOf(needle[0] ?? 0, at + 1)
  ) {
    if (needle.every((byte, offset) => bytes[at + offset] === byte)) return at
  }
  return -1
}

function ascii(text: string): number[] {
  return [...text].map((char) => char.charCodeAt(0))
}

function utf16(text: string): number[] {
  return ascii(text).flatMap((code) => [code, 0])
}
