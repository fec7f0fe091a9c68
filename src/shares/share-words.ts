import type { OwnShare, ShareCounts } from '@/contract/calls/share'
import type { OwnChannel } from '@/domain/own-share'
import { CHANNEL_NAMES } from '@/domain/share'

/** 「这张海报」: how one of a channel is counted. */
const ONE: Record<OwnChannel, string> = {
  card: '这张卡片',
  poster: '这张海报',
  code: '这个内推码',
  link: '这个链接',
}

export const thisOne = ({ channel }: Pick<OwnShare, 'channel'>): string => ONE[channel]

/** 「朋友圈」, or what it is where its owner gave it no name. */
export const nameOf = ({ name, channel }: Pick<OwnShare, 'name' | 'channel'>): string =>
  name ?? CHANNEL_NAMES[channel]

export const jobWords = ({ job }: Pick<OwnShare, 'job'>): string =>
  job ? `${job.title} · ${job.city}` : '所有在招职位'

/** In the order in which people get there. */
const STEPS: readonly [keyof ShareCounts, string][] = [
  ['opened', '打开'],
  ['accepted', '验证号码'],
  ['applied', '投递'],
  ['interviewed', '面试'],
  ['hired', '入职'],
]

export const TOO_FEW = '少于 3 人，不细分'

export type CountRow = { label: string; value: string; few: boolean }

/** Each step with how many people came that far, in words; one row where nothing may be told. */
export function countRows(counts: ShareCounts): readonly CountRow[] {
  if (STEPS.every(([step]) => counts[step] === null))
    return [{ label: '带来的人', value: TOO_FEW, few: true }]
  return STEPS.map(([step, label]) => {
    const people = counts[step]
    return { label, value: people === null ? TOO_FEW : `${people} 人`, few: people === null }
  })
}

/** 「打开 12 · 投递 4」: what may be told, in one line. */
export function countLine(counts: ShareCounts): string {
  const told = STEPS.flatMap(([step, label]) => (counts[step] === null ? [] : [`${label} ${counts[step]}`]))
  return told.length === 0 ? `打开：${TOO_FEW}` : told.join(' · ')
}
