import type { DeadLetter } from '@/contract/calls/delivery'
import { NOTICE_EVENTS } from '@/domain/notices/event'
import type { ResendPhase } from './store'
import { channelName, letterName, mayResend, resendWords } from './words'

it.each([
  ['login-code', null, '登录验证码'],
  ['invitation', null, '邀请短信'],
  ['message', 'stage-moved', '阶段进展'],
  ['message', null, '提醒'],
] as const)('calls a %s about %s %s', (kind, event, name) => {
  expect(letterName({ kind, event })).toBe(name)
})

it('has another name for every event', () => {
  const names = NOTICE_EVENTS.map((event) => letterName({ kind: 'message', event }))
  expect(new Set(names).size).toBe(NOTICE_EVENTS.length)
})

it.each([
  ['sms', '短信'],
  ['subscribe', '微信提醒'],
  [null, '还没选到渠道'],
] as const)('names the channel %s', (channel, name) => {
  expect(channelName(channel)).toBe(name)
})

const done = (state: 'waiting' | 'sent' | 'dropped' | 'dead'): ResendPhase => ({ name: 'done', state })

it.each<[string, ResendPhase | undefined, string | null, boolean]>([
  ['before it was asked for', undefined, null, true],
  ['on its way', { name: 'sending', waiting: false }, '正在重发…', false],
  ['without a network', { name: 'sending', waiting: true }, '等网络恢复，连上就重发', false],
  ['in the queue', done('waiting'), '已重新排队，很快会发出', false],
  ['once it arrived', done('sent'), '送到了', false],
  ['once nobody needs it', done('dropped'), '已经用不着了，没有再发', false],
  ['when it failed again', done('dead'), '又试了一次，还是没有送到', true],
  ['when it was refused', { name: 'failed', words: '没有找到' }, '没有找到', true],
])('tells how a second try goes %s, and whether there may be another', (_when, phase, words, may) => {
  expect(resendWords(phase)).toBe(words)
  expect(mayResend({ resendable: true } as DeadLetter, phase)).toBe(may)
  expect(mayResend({ resendable: false } as DeadLetter, phase)).toBe(false)
})
