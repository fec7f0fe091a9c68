import type { OwnChannel } from '@/domain/own-share'
import { POLICY } from '@/domain/policy'

/** By what the reader came, said about who made it. */
export const FROM_WORDS: Record<OwnChannel, string> = {
  card: '来自 TA 转发的卡片',
  poster: '来自 TA 的海报',
  code: '来自 TA 的内推码',
  link: '来自 TA 分享的链接',
}

/** What a card, a poster, a code, a link is worth: nobody says by it that they know the reader. */
const ANYBODY: Record<OwnChannel, string> = {
  card: '卡片谁都能转发',
  poster: '海报谁都能扫',
  code: '内推码谁都能用',
  link: '链接谁都能打开',
}

/** An anonymous door is shown for what it is, with the way to a real recommendation. */
export function anybodyWords(channel: OwnChannel, name: string): string {
  return `${ANYBODY[channel]}，不代表 TA 认识你。你们认识的话，可以请${name}直接邀请你，推荐语会一起送到招聘同事面前。`
}

const OPENING: Record<OwnChannel, string> = {
  card: '打开卡片',
  poster: '扫码',
  code: '输入内推码',
  link: '打开链接',
}

export const storedWords = (channel: OwnChannel): string =>
  `${OPENING[channel]}不会留下你的号码；投递时才验证手机号。`

export const storedDetails = (name: string): readonly string[] => [
  '我们只记一次来访：什么时候、从哪个入口来。验证手机号以前，认不出你是谁。',
  `${POLICY.touchWindowDays} 天内你用手机号投递，来源会按规则记给推荐你的同事。`,
  `投递以后，${name}只看得到你的姓名和进行到哪一步，看不到号码和简历。`,
]
