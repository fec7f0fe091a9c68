import type { Handed } from '../handed'

/** Messages of the company's own WeCom application, to employees only. `available: false`: the company has none. */
export type WecomDoor = {
  readonly available: boolean
  /** Never throws. `userId` is the member's id in WeCom; `page` a page of the mini-program without a leading slash. */
  send(message: {
    id: string
    userId: string
    title: string
    body: string
    page: string | null
  }): Promise<Handed>
}
