import type { Input } from '../cloud'
import type { NewsOutcome } from './face'

type Answer = Input<'notice.subscribed'>['answers'][number]['answer']

/** `acceptWithAudio` and its kin are a yes as well. Null: not answered, or by a word not known yet. */
export function readAnswer(told: unknown): Answer | null {
  if (typeof told !== 'string') return null
  if (told.startsWith('accept')) return 'accept'
  return told === 'reject' || told === 'ban' || told === 'filter' ? told : null
}

const SWITCHED_OFF = 20004
const NO_NETWORK = [10002, 10003]
/** The question needs the mini-program in front, and a tap. */
const NOT_NOW = [10005]

const codeOf = (failure: unknown): unknown =>
  typeof failure === 'object' && failure !== null && 'errCode' in failure ? failure.errCode : null

/** What to say when WeChat did not ask: it costs nobody anything, the inbox has it all. */
export function failureWords(failure: unknown): NewsOutcome {
  const code = Number(codeOf(failure))
  if (code === SWITCHED_OFF) return { kind: 'settings' }
  if (NO_NETWORK.includes(code)) return { kind: 'failed', words: '网络不太好，请再点一次' }
  if (NOT_NOW.includes(code)) return { kind: 'failed', words: '刚才没能弹出来，请再点一次' }
  return { kind: 'failed', words: '微信提醒暂时开不了，新进展在「消息」里都能看到' }
}
