/** Private storage for résumés. `storedAs` is what the database keeps: a path or a cloud file id, nothing personal. */
export type FilesDoor = {
  /** Stores the bytes under a path such as `resumes/<uuid>.pdf`; the same path again replaces. Returns `storedAs`. */
  put(path: string, bytes: Uint8Array): Promise<string>
  /** All bytes, or null when there is no such file. Reads at most `limit` bytes and then gives up with `file-size`. */
  read(storedAs: string, limit: number): Promise<Uint8Array | null>
  /** Removes; removing what is not there is fine. */
  remove(storedAs: readonly string[]): Promise<void>
  /** An address from which the holder can fetch the file for `seconds`. `fileName` is what a browser saves it as. */
  link(
    storedAs: string,
    options: { seconds: number; now: Date; fileName: string; contentType: string },
  ): Promise<string>
}
