import { newRequestId } from './request-id'

export type RequestIds = {
  of: (input: object) => string
  /** It was done: the same words are another thing from now on. */
  done: () => void
}

/**
 * Request ids for one kind of write. The same input sent again carries the same id, so that what arrived the first
 * time, unseen, is not done twice; another input is another thing.
 */
export function makeRequestIds(): RequestIds {
  let last: { input: string; id: string } | null = null
  return {
    of: (input) => {
      const text = JSON.stringify(input)
      if (last?.input !== text) last = { input: text, id: newRequestId() }
      return last.id
    },
    done: () => (last = null),
  }
}
