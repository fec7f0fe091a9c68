import type { Subscribe } from './face'

/** A browser has no subscribe messages: there is nothing to ask for. */
export const subscribe: Subscribe = {
  askForNews: () => Promise.resolve({ kind: 'settings' }),
  renewNews: () => undefined,
}
