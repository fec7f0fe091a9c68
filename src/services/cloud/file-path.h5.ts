import type { PickedFile } from '../file-picker'

/** A path by which Taro can read a picked file, to be given back after use. */
export function lendPath({ source }: PickedFile): { path: string; giveBack: () => void } {
  if (source.kind === 'path') return { path: source.path, giveBack: () => {} }
  const path = URL.createObjectURL(source.file)
  return { path, giveBack: () => URL.revokeObjectURL(path) }
}
