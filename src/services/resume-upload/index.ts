import { problemBeforeUpload, type ResumeProblem } from '@/domain/resume'
import { again, upload, type Output, type SendingPhase, type Trying } from '../cloud'
import type { PickedFile } from '../file-picker'

const WORDS: Record<ResumeProblem, string> = {
  kind: '只支持 PDF、DOC、DOCX 格式的简历，请换一个文件',
  empty: '这个文件是空的，请换一个',
  size: '简历不能超过 10 MB，请换一个小一点的文件',
}

/** What can be said of a picked file before anything is sent, or null when it may go. */
export function fileProblem(file: PickedFile): string | null {
  const problem = problemBeforeUpload(file.name, file.size)
  return problem && WORDS[problem]
}

export type UploadWatch = {
  onProgress: (percent: number) => void
  onPhase: (phase: SendingPhase) => void
}

/** Hands in a résumé, again while the cloud is away; the request id makes it one file. */
export function uploadResume(
  file: PickedFile,
  requestId: string,
  { onProgress, onPhase }: UploadWatch,
): Trying<Output<'file.upload'>> {
  return again(() => upload({ file, requestId, onProgress }), onPhase)
}
