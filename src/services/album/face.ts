import type { Picture } from '../picture/face'

export type SaveOutcome = 'saved' | 'refused' | 'cancelled'
export type ShareOutcome = 'shared' | 'cancelled' | 'unavailable'

export type Album = {
  /**
   * Saves a picture: to the phone's album in WeChat, as a download on the web. 'refused' when it did not get there: the
   * person said no to the album, now or earlier (`openSettings` may help), or there is no room, or it is a browser without
   * downloads. Offer `share`, or to press the picture long.
   */
  save: (picture: Picture, fileName: string) => Promise<SaveOutcome>
  /** Hands the picture on by the system's panel, which needs no access to the album. */
  share: (picture: Picture) => Promise<ShareOutcome>
  /** Opens WeChat's settings of this mini-program. True when the album is allowed on return; false on the web. */
  openSettings: () => Promise<boolean>
}
