/** A file chosen and not yet read. Its name proves nothing: the server looks at the content. */
export type PickedFile = {
  name: string
  /** In bytes. */
  size: number
  source: { kind: 'path'; path: string } | { kind: 'file'; file: File }
}

export type FilePicker = {
  /** One résumé (pdf, doc, docx), or null when the person changed their mind. */
  pickResume: () => Promise<PickedFile | null>
}

export const resumeExtensions = ['pdf', 'doc', 'docx']
