import { RELATION_NAMES, type Relation } from '@/domain/endorsement'
import { dayWords } from '@/domain/shanghai'

/** The invitation tells what the candidate is to the referrer; the candidate reads what the referrer is to them. */
const SEEN_FROM_THE_OTHER_SIDE: Partial<Record<Relation, Relation>> = {
  'former-report': 'former-manager',
  'former-manager': 'former-report',
}

/** 「前端平台部 · 你的前同事」 */
export function inviterWords(department: string, relation: Relation | null): string {
  if (relation === null || relation === 'other') return department
  return `${department} · 你的${RELATION_NAMES[SEEN_FROM_THE_OTHER_SIDE[relation] ?? relation]}`
}

/** What is stored about the reader, by whom it was given, and when it goes by itself. */
export function storedWords(landing: {
  referrer: { name: string }
  phoneTail: string
  sentAt: string
  expiresAt: string
}): string {
  const { referrer, phoneTail, sentAt, expiresAt } = landing
  const days = Math.round((Date.parse(expiresAt) - Date.parse(sentAt)) / 86_400_000)
  const given = `${referrer.name}于 ${dayWords(new Date(sentAt))}填写了你的手机号（尾号 ${phoneTail}）。`
  return `${given}若你不理会，${days} 天后（${dayWords(new Date(expiresAt))}）自动删除。`
}

export const STORED_DETAILS = [
  '除了号码、内推人写的推荐语和你们的关系，我们没有存你的其他信息。',
  '号码加密保存，只用来确认这份邀请是发给你的。同事之间看不到彼此邀请了谁。',
  '选择「拒绝并删除我的号码」会立即删除，并且不再给这个号码发短信。',
] as const
