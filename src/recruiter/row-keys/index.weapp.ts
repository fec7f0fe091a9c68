import type { FocusInto, UseRowKeys } from './face'

export { rowElementId } from './face'

/** A mini-program hears no keys outside its fields. */
export const useRowKeys = (() => undefined) satisfies UseRowKeys

export const focusInto = (() => undefined) satisfies FocusInto
