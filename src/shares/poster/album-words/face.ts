/** What saving a picture is called here, and what to do when it did not work. */
export type AlbumWords = {
  save: string
  saved: string
  refused: string
  /** Leads to where the album can be allowed; there is no such place on the web. */
  settings: string | null
}
