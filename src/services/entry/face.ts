export type EntryService = {
  /** WeChat's scene value of this start (1047: scanned a 小程序码, 1007: a card in a chat …); null on the web. */
  openedWith: () => { scene: number | null }
  /**
   * This browser's own mark, random and kept by it: tells one visitor's touches from another's before a number is proven.
   * Null in WeChat, where the openid is the visitor.
   */
  visitorId: () => string | null
}
