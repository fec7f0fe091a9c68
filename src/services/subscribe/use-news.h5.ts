import type { UseNews } from './face'

/** A browser has no subscribe messages: nothing is offered. */
export const useNews: UseNews = () => ({
  offer: 'none',
  asking: false,
  words: null,
  credits: null,
  tap: () => undefined,
})
