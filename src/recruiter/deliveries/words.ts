import type { DeadLetter } from '@/contract/calls/delivery'
import type { NoticeEvent } from '@/domain/notices/event'
import type { ResendPhase } from './store'

/** What an administrator calls a message; what it said is not theirs to read. */
const EVENT_NAMES: Record<NoticeEvent, string> = {
  invited: '邀请提醒',
  'invitation-opened': '邀请被打开',
  'invitation-accepted': '邀请被接受',
  'invitation-declined': '邀请被婉拒',
  'text-stopped': '短信没有发出',
  applied: '新的投递',
  'stage-moved': '阶段进展',
  ended: '流程结果',
  'owner-changed': '归属变更',
  'job-changed': '转到其他职位',
  'source-claimed': '来源待核实',
  'source-objected': '归属异议',
  paused: '候选人暂停',
  resumed: '候选人继续',
  nudged: '催办',
  escalated: '催办升级',
  digest: '每日汇总',
}

const CHANNEL_NAMES: Record<NonNullable<DeadLetter['channel']>, string> = {
  sms: '短信',
  wecom: '企业微信',
  subscribe: '微信提醒',
  email: '邮件',
}

export function letterName({ kind, event }: Pick<DeadLetter, 'kind' | 'event'>): string {
  if (kind === 'login-code') return '登录验证码'
  if (kind === 'invitation') return '邀请短信'
  return event === null ? '提醒' : EVENT_NAMES[event]
}

export function channelName(channel: DeadLetter['channel']): string {
  return channel === null ? '还没选到渠道' : CHANNEL_NAMES[channel]
}

const OUTCOMES: Record<Extract<ResendPhase, { name: 'done' }>['state'], string> = {
  waiting: '已重新排队，很快会发出',
  sent: '送到了',
  dropped: '已经用不着了，没有再发',
  dead: '又试了一次，还是没有送到',
}

/** How the resending goes; null before it was asked for. */
export function resendWords(phase: ResendPhase | undefined): string | null {
  if (!phase) return null
  if (phase.name === 'sending') return phase.waiting ? '等网络恢复，连上就重发' : '正在重发…'
  return phase.name === 'failed' ? phase.words : OUTCOMES[phase.state]
}

/** Whether it may be sent (again): not while it is on its way, nor when it has gone. */
export function mayResend({ resendable }: DeadLetter, phase: ResendPhase | undefined): boolean {
  if (!resendable || phase?.name === 'sending') return false
  return phase?.name !== 'done' || phase.state === 'dead'
}
