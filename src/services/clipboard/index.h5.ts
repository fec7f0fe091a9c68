import type { Clipboard } from './face'

/** For pages served over plain http, and for web views without the clipboard interface. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.className = 'b-offscreen'
  const before = document.activeElement
  document.body.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  return copied
}

export const clipboard = {
  copy: async (text) => {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      return copyBySelection(text)
    }
  },
  read: async () => {
    try {
      return await navigator.clipboard.readText()
    } catch {
      return ''
    }
  },
} satisfies Clipboard
