import { useShareAppMessage } from '@tarojs/taro'
import { clipboard } from '../clipboard'
import type { Share, ShareCard } from './face'

export type { ShareCard, ShareOutcome } from './face'

/** WeChat types the tapped element as a plain object: look before believing. */
function nameOf(target: unknown): string | undefined {
  if (typeof target !== 'object' || target === null || !('dataset' in target)) return undefined
  const { dataset } = target
  if (typeof dataset !== 'object' || dataset === null || !('name' in dataset)) return undefined
  return typeof dataset.name === 'string' ? dataset.name : undefined
}

/** WeChat's name for what comes later is `promise`. */
function asWechatWants({ later, ...card }: ShareCard) {
  return later ? { ...card, promise: later.then(({ later: _, ...better }) => better) } : card
}

export const share = {
  useShareCard: (make) => useShareAppMessage(({ target }) => asWechatWants(make(nameOf(target)))),
  shareLink: async ({ url }) => ((await clipboard.copy(url)) ? 'copied' : 'refused'),
} satisfies Share
