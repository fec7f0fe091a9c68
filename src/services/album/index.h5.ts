import type { Album } from './face'

export type { SaveOutcome, ShareOutcome } from './face'

/** WeChat's own browser follows a download link and saves nothing. */
const hasDownloads = () => !/MicroMessenger/i.test(navigator.userAgent)

/** Signs that a file's name may not have on some system become a dash. */
const safeName = (name: string) => `${name.replace(/\.png$/, '').replace(/[\\/:*?"<>|\s]+/g, '-')}.png`

export const album = {
  save: (picture, fileName) => {
    if (!hasDownloads()) return Promise.resolve('refused')
    const link = document.createElement('a')
    link.href = picture.path
    link.download = safeName(fileName)
    link.hidden = true
    document.body.append(link)
    link.click()
    link.remove()
    return Promise.resolve('saved')
  },
  share: async ({ path }) => {
    if (!('canShare' in navigator)) return 'unavailable'
    try {
      const blob = await (await fetch(path)).blob()
      const files = [new File([blob], 'poster.png', { type: 'image/png' })]
      if (!navigator.canShare({ files })) return 'unavailable'
      await navigator.share({ files })
      return 'shared'
    } catch (error) {
      return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'unavailable'
    }
  },
  openSettings: () => Promise.resolve(false),
} satisfies Album
