import type { Visibility } from './face'

const now = () => ({ visible: document.visibilityState !== 'hidden', online: navigator.onLine })

export const visibility = {
  now,
  watch: (changed) => {
    const tell = () => changed(now())
    document.addEventListener('visibilitychange', tell)
    window.addEventListener('online', tell)
    window.addEventListener('offline', tell)
    return () => {
      document.removeEventListener('visibilitychange', tell)
      window.removeEventListener('online', tell)
      window.removeEventListener('offline', tell)
    }
  },
} satisfies Visibility
