import type { OpenFile } from './face'

export const openFile = {
  open: async (fetchLink) => {
    const tab = window.open('', '_blank')
    const link = await fetchLink()
    if (!link) {
      tab?.close()
      return false
    }
    const address = new URL(link.url, new URL(BOLE_SERVER || '/', window.location.href)).href
    // A browser that opens no window shows the file in this one; going back returns.
    if (tab) tab.location.replace(address)
    else window.location.assign(address)
    return true
  },
} satisfies OpenFile
