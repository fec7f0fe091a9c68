import type { Phone } from '@/domain/phone'
import type { Handed } from '../handed'

export type TextKind = 'login-code' | 'invitation'

/** A road for texts that a company may open. `available: false` means none is open: nothing is queued for it. */
export type SmsDoor = {
  readonly available: boolean
  /** What it carries: a provider who takes no recruiting texts still takes login codes. Nothing else is queued for it. */
  readonly kinds: readonly TextKind[]
  /**
   * Hands one text over; never throws. `body` is the whole text, for a road that takes any; `params` are the variable
   * parts, for a provider with approved templates. `id` is the outbox id: an adapter that can, sends one id once.
   */
  send(text: {
    id: string
    to: Phone
    kind: TextKind
    body: string
    params: readonly string[]
  }): Promise<Handed>
}
