import type { SentInvitation } from '@/contract/calls/invitation'
import { maskPhone, type Phone } from '@/domain/phone'
import { sourceCode } from '@/domain/source-code'
import { textWords, type TextPlan } from '@/domain/texting'
import type { Context } from '../context'
import type { InvitationRow, StoredTextPlan } from '../store/invitation'

export function presentInvitation(row: InvitationRow, ctx: Context): SentInvitation {
  return {
    id: row.id,
    status: row.status,
    job: row.job && { id: row.job.id, title: row.job.title, city: row.job.city },
    maskedPhone: maskSealed(row.phoneEnc, ctx),
    token: row.token,
    link: invitationLink(row.token, ctx),
    sourceCode: sourceCode(row.shareId),
    relation: row.relation,
    line: row.line,
    textWords: textWords(readTextPlan(row.textPlan), ctx.now),
    sentAt: row.sentAt,
    openedAt: row.openedAt,
    answeredAt: row.answeredAt,
    expiresAt: row.expiresAt,
  }
}

/** The web link that rides on a copied link and a text; the `web` function leads it to the landing page. */
export function invitationLink(token: string, ctx: Pick<Context, 'config'>): string {
  return `${ctx.config.publicUrl}/i/${token}`
}

/** `138****8000` of a sealed number; null once it was erased. */
export function maskSealed(phoneEnc: string | null, ctx: Pick<Context, 'secrets'>): string | null {
  return phoneEnc === null ? null : maskPhone(ctx.secrets.decrypt(phoneEnc) as Phone)
}

export function storeTextPlan(plan: TextPlan): StoredTextPlan {
  return plan.kind === 'send' ? { kind: 'send', at: plan.at.toISOString() } : plan
}

function readTextPlan(plan: StoredTextPlan): TextPlan {
  return plan.kind === 'send' ? { kind: 'send', at: new Date(plan.at) } : plan
}
