import type { NoticeSetting } from '@/contract/calls/notice'
import type { InputOf } from '@/contract/call'
import type { CallName, CallOf } from '@/contract/calls'
import { AppError } from '@/contract/errors'
import { DEFAULT_CHOICES } from '@/domain/notices/choices'
import type { Context } from '../context'
import { openTemplates } from '../delivery/settings'
import { defineHandler } from '../handler'
import { toCaller } from '../store/caller'
import { countTaps, loadNotice, saveNotice, type NoticeFacts, type TapCount } from '../store/notice'
import { requireCaller } from './require'

export const noticeGet = defineHandler('notice.get', {
  load: (_input, ctx) => loadFor(ctx, null),
  act: (facts, _input, ctx) => present(facts, ctx),
})

export const noticeSave = defineHandler('notice.save', {
  load: ({ requestId }, ctx) => loadFor(ctx, { call: 'notice.save', requestId }),
  async act(facts, { requestId, ...choice }, ctx, anyCaller) {
    if (facts.answer) return present(facts, ctx)
    const { id, phoneHash } = requireCaller(anyCaller)
    await saveNotice(ctx, { personId: id, phoneHash, requestId, choice })
    const { texts, ...chosen } = choice
    return present({ ...facts, chosen, optedOut: texts === undefined ? facts.optedOut : !texts }, ctx)
  },
})

export const noticeSubscribed = defineHandler('notice.subscribed', {
  load: ({ requestId }, ctx) => loadFor(ctx, { call: 'notice.subscribed', requestId }),
  async act(facts, { requestId, answers }, ctx, caller) {
    if (ctx.openid === null) throw new AppError('forbidden', 'Only inside WeChat')
    if (facts.answer) return { credits: facts.credits }
    const personId = requireCaller(caller).id
    return { credits: await countTaps(ctx, { personId, requestId, taps: countAnswers(answers) }) }
  },
})

async function loadFor(ctx: Context, request: { call: CallName; requestId: string } | null) {
  const facts = await loadNotice(ctx, request)
  return { caller: toCaller(facts.caller, ctx), relations: ['any'] as const, facts }
}

function present(facts: NoticeFacts, { config, doors, now }: Context): NoticeSetting {
  const { wants, weekly, quiet } = DEFAULT_CHOICES
  const chosen = facts.chosen ?? { ...wants, weekly, quietFrom: quiet.from, quietTo: quiet.to }
  return {
    ...chosen,
    texts: !facts.optedOut,
    open: {
      wecom: doors.wecom.available && facts.wecomId !== null,
      subscribe: facts.openid !== null && openTemplates(config, facts.refusals ?? {}, now).size > 0,
      email: doors.mail.available && facts.email !== null,
      texts: doors.sms.kinds.includes('invitation'),
    },
    credits: facts.credits,
  }
}

/**
 * One accepted tap is one message. Whoever rejects for good has none any more, as WeChat sees it; `ban` and `filter` are
 * WeChat's own doing and say nothing about the person.
 */
function countAnswers(answers: InputOf<CallOf<'notice.subscribed'>>['answers']): TapCount[] {
  const taps = new Map<TapCount['template'], TapCount>()
  for (const { template, answer, always } of answers) {
    const before = taps.get(template)
    const lasting = always && (answer === 'accept' || answer === 'reject') ? answer : null
    taps.set(template, {
      template,
      accepted: (before?.accepted ?? 0) + (answer === 'accept' ? 1 : 0),
      forget: lasting === 'reject',
      always: lasting,
    })
  }
  return [...taps.values()]
}
