import { addDays } from './shanghai'
import type { Policy } from './policy'

/** product.md, "The words": waiting → opened → accepted → applied, or declined | expired | revoked. */
export const INVITATION_STATUSES = [
  'waiting',
  'opened',
  'accepted',
  'applied',
  'declined',
  'expired',
  'revoked',
] as const
export type InvitationStatus = (typeof INVITATION_STATUSES)[number]

const NEXT: Record<InvitationStatus, readonly InvitationStatus[]> = {
  waiting: ['opened', 'accepted', 'declined', 'expired', 'revoked'],
  opened: ['accepted', 'declined', 'expired', 'revoked'],
  accepted: ['applied', 'declined', 'expired', 'revoked'],
  applied: [],
  declined: [],
  expired: [],
  revoked: [],
}

export const INVITATION_NAMES: Record<InvitationStatus, string> = {
  waiting: '等待打开',
  opened: '已打开',
  accepted: '已接受，待投递',
  applied: '已投递',
  declined: '暂不考虑',
  expired: '已过期',
  revoked: '已撤回',
}

export function mayBecome(from: InvitationStatus, to: InvitationStatus): boolean {
  return NEXT[from].includes(to)
}

/** Still worth something: can be answered, or has led to an application. */
export function isLive(status: InvitationStatus): boolean {
  return NEXT[status].length > 0 || status === 'applied'
}

export function expiresAt(sentAt: Date, policy: Policy): Date {
  return addDays(sentAt, policy.invitationDays)
}
