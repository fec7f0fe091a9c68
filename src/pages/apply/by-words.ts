import { CHANNEL_NAMES } from '@/domain/share'
import type { By } from './door'

/** 「林晓（前端平台部）推荐」「来自林晓（前端平台部）的海报」, or nothing for somebody who came on their own. */
export function byWords(by: By): string | undefined {
  if (by.kind === 'nobody' || isOwn(by)) return undefined
  const { name, department } = by.landing.referrer
  const who = `${name}（${department}）`
  return by.kind === 'invitation' ? `${who}推荐` : `来自${who}的${CHANNEL_NAMES[by.landing.channel]}`
}

/** Who sees what is filled in here: the recruiters, and of it very little the colleague one came by. */
export function readersWords(maskedPhone: string | null, by: By): string {
  const recruiters = `招聘同事会看到你的姓名、号码（${maskedPhone}）、简历和这段话`
  if (by.kind === 'nobody' || isOwn(by)) return `${recruiters}。`
  return `${recruiters}；${by.landing.referrer.name}只看得到姓名和进行到哪一步。`
}

const isOwn = (by: By) => by.kind === 'share' && by.landing.own
