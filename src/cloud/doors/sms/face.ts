import type { Phone } from '@/domain/phone'

/** A road for texts that a company may open. `available: false` means none is open: nothing is queued for it. */
export type SmsDoor = {
  readonly available: boolean
  /** Hands one text over. `id` is the outbox id: an adapter that can, sends one id once. Throws to be tried again. */
  send(text: { id: string; to: Phone; kind: 'login-code' | 'invitation'; body: string }): Promise<void>
}
