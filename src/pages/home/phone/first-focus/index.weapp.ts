import type { UseFirstFocus } from './face'

/** WeChat's own `focus` does it. */
export const useFirstFocus = (() => undefined) satisfies UseFirstFocus
