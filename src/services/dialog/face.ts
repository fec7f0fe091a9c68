export type Question = {
  title: string
  /** What will happen, in a sentence. */
  body?: string
  yes?: string
  no?: string
  /** The answer cannot be taken back: 「删除」, 「撤回」. */
  danger?: boolean
}

export type Dialog = {
  /** A few words that go away by themselves. Never the only place where something important is said. */
  toast: (words: string) => void
  /** True only when the person said yes. */
  confirm: (question: Question) => Promise<boolean>
}
