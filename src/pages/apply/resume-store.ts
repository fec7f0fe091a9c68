import { createStore } from 'zustand'
import { wordsFor } from '@/contract/words'
import { newRequestId, type Failure } from '@/services/cloud'
import { filePicker, type PickedFile } from '@/services/file-picker'
import { fileProblem, uploadResume } from '@/services/resume-upload'
import type { AttachedFile } from './draft'

export type ResumePhase =
  { name: 'idle'; problem?: string } | { name: 'uploading'; fileName: string; percent: number; away: boolean }

export type ResumeStore = {
  phase: ResumePhase
  /** The file once it is in the cloud, or null: another choice, a wrong file, taken back. */
  pick: () => Promise<AttachedFile | null>
  cancel: () => void
}

export const makeResume = () =>
  createStore<ResumeStore>()((set, get) => {
    let uploading: { cancel: () => void } | null = null

    async function send(file: PickedFile): Promise<AttachedFile | null> {
      set({ phase: { name: 'uploading', fileName: file.name, percent: 0, away: false } })
      const change = (now: Partial<Extract<ResumePhase, { name: 'uploading' }>>) => {
        const { phase } = get()
        if (phase.name === 'uploading') set({ phase: { ...phase, ...now } })
      }
      const upload = uploadResume(file, newRequestId(), {
        onProgress: (percent) => change({ percent }),
        onPhase: (phase) => change({ away: phase === 'waiting-for-network' }),
      })
      uploading = upload
      const reply = await upload.reply
      // Taken back meanwhile: whatever came of it, it is not this application's file.
      if (uploading !== upload) return null
      uploading = null
      set({ phase: { name: 'idle', problem: reply.ok ? undefined : refusalWords(reply) } })
      return reply.ok ? { id: reply.data.fileId, name: file.name } : null
    }

    return {
      phase: { name: 'idle' },
      pick: async () => {
        if (uploading) return null
        const file = await filePicker.pickResume()
        if (!file) return null
        const problem = fileProblem(file)
        if (!problem) return send(file)
        set({ phase: { name: 'idle', problem } })
        return null
      },
      cancel: () => {
        uploading?.cancel()
        uploading = null
        set({ phase: { name: 'idle' } })
      },
    }
  })

/** The name was right, or the file would not have been sent: then it is the content that is not what it says. */
function refusalWords(failure: Failure): string {
  if (failure.code === 'file-kind') return '这个文件的内容不是 PDF、DOC 或 DOCX，可能改过后缀，请换一个'
  return wordsFor(failure.code, failure)
}
