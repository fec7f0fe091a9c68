import type { UseDeskWidth } from './face'

/** Inside WeChat a page is a phone's column. */
export const useDeskWidth = (() => false) satisfies UseDeskWidth
