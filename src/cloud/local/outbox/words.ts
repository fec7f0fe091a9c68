import type { NoticeEvent, NoticeSeat } from '@/domain/notices/event'
import { momentWords } from '@/domain/shanghai'
import type { OutboxEntry } from './read'

/** The tag of an entry: how it travels. */
export function channelWords({ channel, state }: OutboxEntry): string {
  if (channel !== null) return CHANNELS[channel]
  return state === 'waiting' ? '等待发出' : '收件箱'
}

/** The second tag: what it is. */
export function kindWords({ kind, about }: OutboxEntry): string {
  if (kind !== 'message') return kind === 'login-code' ? '验证码' : '邀请'
  return about === null ? '消息' : `${EVENTS[about.event]} · ${SEATS[about.seat]}`
}

/** The last line: where it stands in the queue, and why. */
export function stateWords(entry: OutboxEntry, now: Date): string {
  const { state, reason } = entry
  switch (state) {
    case 'waiting':
      return waitingWords(entry, now)
    case 'sent':
      return reason === null ? '已送达' : `已交出，没有等到回执（${reason}）`
    case 'dropped':
      return reason === null ? '没有发出：邀请已撤回、拒绝或删除' : `没有发出：${DROPPED[reason] ?? reason}`
    case 'dead':
      return `没有发出：多次尝试都没有成功${reason === null ? '' : `（${reason}）`}`
  }
}

function waitingWords({ runAt, attempts, reason, kind }: OutboxEntry, now: Date): string {
  if (runAt <= now) return '正在发出'
  if (reason !== null) return `没有成功（${reason}），${momentWords(runAt)} 再试`
  if (attempts > 0) return '正在发出'
  return `${kind === 'message' ? '免打扰时段' : '夜里不打扰'}，${momentWords(runAt)} 发出`
}

const CHANNELS: Record<NonNullable<OutboxEntry['channel']>, string> = {
  sms: '短信',
  wecom: '企业微信',
  subscribe: '微信服务通知',
  email: '邮件',
}

const SEATS: Record<NoticeSeat, string> = {
  candidate: '候选人',
  referrer: '内推人',
  recruiter: '招聘',
  manager: '用人经理',
}

const EVENTS: Record<NoticeEvent, string> = {
  invited: '收到邀请',
  'invitation-opened': '邀请被打开',
  'invitation-accepted': '邀请被接受',
  'invitation-declined': '邀请被婉拒',
  'text-stopped': '短信停发',
  applied: '投递',
  'stage-moved': '进展',
  ended: '结果',
  'owner-changed': '来源裁定',
  'job-changed': '换职位',
  'source-claimed': '来源主张',
  'source-objected': '来源异议',
  paused: '暂停',
  resumed: '继续',
  nudged: '催一下',
  escalated: '升级',
  digest: '每日一条',
}

const DROPPED: Record<string, string> = {
  pointless: '已经没有必要',
  read: '已经在收件箱里读过',
  'too-late': '已经过时，收件箱里有',
  'no-channel': '没有打开的渠道，收件箱里有',
  'opted-out': '对方不再接收短信',
  'no-provider': '没有短信服务',
  'recently-texted': '这个号码最近发过',
}
