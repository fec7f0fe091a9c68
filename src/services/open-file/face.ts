import type { ResumeKind } from '@/domain/resume'

export type FileLink = { url: string; kind: ResumeKind }

export type OpenFile = {
  /**
   * Fetches a link and shows the file. Call it straight from the tap: a browser lets only a tap open a window, so it is
   * opened before the link is there. False when there is no link or the file would not open.
   */
  open: (fetchLink: () => Promise<FileLink | null>) => Promise<boolean>
}
