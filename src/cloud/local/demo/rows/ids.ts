/** The id of a key that the story is known to hold. */
export function idOf<Key>(ids: ReadonlyMap<Key, string>, key: Key): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The demo story names ${String(key)}, whom it does not have`)
  return id
}
