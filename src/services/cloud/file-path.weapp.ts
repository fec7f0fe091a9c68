import type { PickedFile } from '../file-picker'

/** A mini-program picks files by path. */
export function lendPath({ source }: PickedFile): { path: string; giveBack: () => void } {
  if (source.kind !== 'path') throw new TypeError('A mini-program picks files by path')
  return { path: source.path, giveBack: () => {} }
}
