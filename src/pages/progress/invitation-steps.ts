import type { SentInvitation } from '@/contract/calls/invitation'
import type { TimelineItem } from '@/components/timeline'
import { INVITATION_NAMES, isLive } from '@/domain/invitation'
import { dayWords, stampWords } from '@/domain/shanghai'

const stamp = (at: string | null) => (at ? stampWords(new Date(at)) : undefined)

/** How far an invitation came: sent, opened, accepted, applied; or how it ended, and nothing after that. */
export function invitationSteps(invitation: SentInvitation): TimelineItem[] {
  const { status, sentAt, openedAt, answeredAt, expiresAt } = invitation
  const sent: TimelineItem = { title: '邀请已发出', at: stamp(sentAt), state: 'done' }
  const opened: TimelineItem = { title: 'TA 打开了邀请', at: stamp(openedAt), state: 'done' }
  if (!isLive(status)) {
    const at = stamp(status === 'expired' ? expiresAt : answeredAt)
    const end: TimelineItem = { title: INVITATION_NAMES[status], at, note: ENDED[status], state: 'now' }
    return openedAt ? [sent, opened, end] : [sent, end]
  }
  const accepted: TimelineItem = { title: 'TA 接受了邀请', at: stamp(answeredAt), state: 'done' }
  const until = `${dayWords(new Date(expiresAt))}前有效`
  if (status === 'waiting') return [sent, now('等待 TA 打开', until), next('接受邀请'), next('投递')]
  if (status === 'opened') return [sent, opened, now('等待 TA 答复', until), next('投递')]
  if (status === 'accepted') return [sent, opened, accepted, now('等待 TA 投递', until)]
  return [sent, opened, accepted, { title: '已投递', state: 'done' }]
}

const ENDED: Partial<Record<SentInvitation['status'], string>> = {
  declined: 'TA 暂时不看机会，谢谢你的推荐',
  expired: '一直没有答复，号码已自动删除',
  revoked: '号码已删除，链接已失效',
}

const now = (title: string, note: string): TimelineItem => ({ title, note, state: 'now' })
const next = (title: string): TimelineItem => ({ title, state: 'next' })
