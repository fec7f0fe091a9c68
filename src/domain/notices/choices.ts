import { POLICY } from '../policy'
import type { NoticeChannel } from './event'
import type { Quiet } from './quiet'

/** What somebody has chosen in 我的. */
export type Choices = {
  wants: Record<NoticeChannel, boolean>
  /** As a candidate: a word each week, also when nothing has happened. */
  weekly: boolean
  quiet: Quiet
}

/** Of somebody who has chosen nothing: everything that is open, quiet at the policy's hours. */
export const DEFAULT_CHOICES: Choices = {
  wants: { wecom: true, subscribe: true, email: true },
  weekly: true,
  quiet: { from: POLICY.quiet.fromHour * 60, to: POLICY.quiet.toHour * 60 },
}
