import type { DeadLetter } from '@/contract/calls/delivery'
import { TRIES } from '@/domain/delivery/back-off'
import { resendable, type LaidAside } from '@/domain/delivery/resend'
import type { LetterRow } from '../store/delivery/dead-letters'

/** A dead letter in words for an administrator: what happened, and what to do. */
export function presentLetter(row: LetterRow, now: Date): DeadLetter {
  const again = resendable(laidAside(row), now)
  return {
    ...{ id: row.id, kind: row.kind, event: row.event, channel: row.channel, reason: row.reason },
    words: `${happened(row)}${AGAIN[again]}`,
    ...{ attempts: row.attempts, at: row.doneAt, resendable: again === 'yes' },
  }
}

export function laidAside(row: LetterRow): LaidAside {
  const { whole, live } = row
  if (row.kind === 'login-code') return { kind: 'login-code', whole, createdAt: new Date(row.createdAt) }
  if (row.kind === 'invitation')
    return {
      kind: 'invitation',
      whole,
      live,
      mayHaveArrived: row.handedAt === null ? null : new Date(row.handedAt),
    }
  // The table holds a message for every row of this kind.
  return {
    ...{ kind: 'message', event: row.event ?? 'digest', seat: row.seat ?? 'referrer', read: row.read },
    at: new Date(row.at ?? row.createdAt),
  }
}

/** What follows what happened. */
const AGAIN: Record<ReturnType<typeof resendable>, string> = {
  yes: '处理好后点“重发”。',
  gone: '内容已按约定删除，不能重发。',
  over: '现在已经过时，不用重发。',
  'too-soon': '同一个号码 24 小时内只发一条，明天再看是否需要重发。',
}

const KNOWN: Record<string, string> = {
  unconfirmed: '短信交给了服务商，没有等到回执，对方可能已经收到。',
  unreadable: '内容打不开：加密它的密钥不在 BOLE_KEYS 里，请把旧密钥补回去。',
  lost: '每次发到一半服务就中断了，请查看运行日志。',
  'no-words': '生成内容时出错，请查看运行日志。',
}

const PROVIDERS: Record<NonNullable<DeadLetter['channel']>, string> = {
  sms: '短信服务商',
  wecom: '企业微信',
  subscribe: '微信',
  email: '邮件服务器',
}

/** Where to look when a provider does not accept something as it is. */
const LOOK: Record<NonNullable<DeadLetter['channel']>, string> = {
  sms: '请到服务商控制台核对这个号码、签名和模板。',
  wecom: '请核对 TA 在企业微信里的账号，以及应用的可见范围。',
  subscribe: '请到微信公众平台核对模板。',
  email: '请核对花名册里 TA 的邮箱。',
}

function happened({ reason, channel, attempts }: LetterRow): string {
  const known = reason === null ? undefined : KNOWN[reason]
  if (known !== undefined) return known
  const code = reason === null ? '' : `（${reason}）`
  if (channel === null) return `没有发出${code}，请查看运行日志。`
  return attempts >= TRIES
    ? `试了 ${attempts} 次，${PROVIDERS[channel]}都没有接收${code}，请确认服务是否正常。`
    : `${PROVIDERS[channel]}没有接受${code}。${LOOK[channel]}`
}
