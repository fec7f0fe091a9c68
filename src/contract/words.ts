import type { ErrorCode, ErrorDetails } from './errors'

/** What people read for each code: what happened, and what to do next. */
const WORDS: Record<ErrorCode, string> = {
  'bad-input': '填写的内容有误，请检查后再试',
  unauthenticated: '请先验证手机号',
  forbidden: '你没有权限做这件事，如有疑问请联系 HR',
  'not-found': '没有找到，可能已被删除或不属于你',
  'too-large': '内容太大了，请减少后再试',
  'rate-limited': '操作太频繁了，请稍后再试',
  internal: '出了点问题，内容已保留，请稍后再试',
  unavailable: '暂时连不上，内容已保留，稍后会自动重试',
  'phone-invalid': '这不像手机号，请检查',
  'self-referral': '这是你自己的号码，不能推荐自己',
  'job-closed': '这个职位已停止招聘，请换一个职位',
  'candidate-protected': 'TA 已在流程中或受保护，暂时不能推荐',
  'intern-may-not-refer': '实习生暂时不能内推，转正后再来',
  'share-unknown': '这个链接打不开，可能不完整。看看在招的职位吧',
  'share-ended': '这份邀请已失效。看看在招的职位吧',
  'invitation-answered': '这份邀请已经有了答复，请刷新看看',
  'not-addressee': '这份邀请是发给另一个号码的，请用收到邀请的号码验证',
  'code-wrong': '验证码不对',
  'code-ended': '验证码已失效，请重新获取',
  'already-applied': '你已经投递过这个职位，去看看进度',
  'already-claimed': '你已经提出过了，招聘同事会尽快处理',
  'own-referral': '这和你自己的推荐有关，请由其他招聘同事裁定',
  'owner-impossible': '这位同事不能成为归属人：本人、该职位的招聘或用人负责人、已离职的都不行，请换一位',
  'not-late': '还在约定的时间里，过了时间再催吧',
  'nudged-recently': '刚刚催过了，给招聘同事一点时间',
  'pause-impossible': '现在不能暂停，请刷新看看最新进度',
  'file-kind': '只支持 PDF、DOC、DOCX 格式的简历，请换一个文件',
  'file-size': '简历不能为空，也不能超过 10 MB，请换一个文件',
  'stage-conflict': '刚刚有同事更新了这条进度，请看过最新情况再操作',
  'stage-impossible': '不能这样变更阶段，请刷新后再试',
  'reason-required': '退回或重新打开需要写明原因',
  'text-refused': '这段文字没有通过内容检查，请换个说法',
  'wechat-refused': '微信没有确认这个号码，请再点一次',
}

/** The sentence for a failure, with the tries or the waiting time where they are known. */
export function wordsFor(code: ErrorCode, details: ErrorDetails = {}): string {
  if (code === 'code-wrong' && details.triesLeft !== undefined)
    return `验证码不对，还可以试 ${details.triesLeft} 次`
  if (code === 'rate-limited' && details.retryAfter !== undefined)
    return `操作太频繁了，请 ${waitWords(details.retryAfter)}后再试`
  return WORDS[code]
}

function waitWords(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.ceil(seconds))} 秒`
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} 分钟`
  return `${Math.ceil(seconds / 3600)} 小时`
}
