import { resumeExtensions, type FilePicker, type PickedFile } from './face'

export type { PickedFile } from './face'

export const filePicker = {
  pickResume: () =>
    new Promise<PickedFile | null>((resolve) => {
      const input = document.createElement('input')
      input.type = 'file'
      input.accept = resumeExtensions.map((extension) => `.${extension}`).join(',')
      input.hidden = true
      input.setAttribute('aria-label', '选择简历文件')

      const finish = (picked: PickedFile | null) => {
        input.remove()
        resolve(picked)
      }
      input.addEventListener('cancel', () => finish(null))
      input.addEventListener('change', () => {
        const file = input.files?.[0]
        finish(file ? { name: file.name, size: file.size, source: { kind: 'file', file } } : null)
      })
      // Safari opens the chooser only for an input that is in the document.
      document.body.append(input)
      input.click()
    }),
} satisfies FilePicker
