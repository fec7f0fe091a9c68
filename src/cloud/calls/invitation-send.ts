import { uuidv7 } from 'uuidv7'
import type { InputOf } from '@/contract/call'
import type { CallOf } from '@/contract/calls'
import { AppError } from '@/contract/errors'
import { spreadAfter } from '@/domain/delivery/spread'
import { expiresAt } from '@/domain/invitation'
import { POLICY } from '@/domain/policy'
import { planText } from '@/domain/texting'
import type { Phone } from '@/domain/phone'
import type { Context } from '../context'
import { sealText, type TextBody } from '../delivery/text-body'
import { defineHandler, LostRace } from '../handler'
import { newShareToken } from '../secrets'
import { toCaller, type Caller } from '../store/caller'
import type { InvitationRow } from '../store/invitation'
import { insertInvitation, loadForSend, type SendFacts } from '../store/send-invitation'
import { noteTypedNumber } from '../store/typed-number'
import { checkText } from './check-text'
import { invitationLink, presentInvitation, storeTextPlan } from './present-invitation'
import { requireCaller } from './require'
import { requirePhone } from './session'
import { refuseFullDay, refuseReferrer } from './typed-number'

type Input = InputOf<CallOf<'invitation.send'>>
type Facts = SendFacts & { phone: Phone }

export const invitationSend = defineHandler('invitation.send', {
  async load({ phone: typed, jobId, requestId }, ctx) {
    const phone = requirePhone(typed)
    const row = await loadForSend(ctx, { phoneHash: ctx.secrets.phoneHash(phone), jobId, requestId })
    return { caller: toCaller(row.caller, ctx), relations: ['any'], facts: { ...row, phone } }
  },
  async act(facts, input, ctx, anyCaller) {
    const caller = requireCaller(anyCaller)
    if (facts.standing) {
      const already = facts.answer ? facts.answer.already : true
      return { invitation: presentInvitation(facts.standing, ctx), already }
    }
    await refuseWhere(facts, input, ctx, caller)
    await checkText(ctx, [input.line])
    const invitation = await send(facts, input, ctx, caller)
    return { invitation: presentInvitation(invitation, ctx), already: false }
  },
})

/** product.md, "Who owns the referral", clauses 5 and 6. */
async function refuseWhere(facts: Facts, { jobId }: Input, ctx: Context, caller: Caller): Promise<void> {
  const phoneHash = ctx.secrets.phoneHash(facts.phone)
  refuseReferrer(caller, phoneHash)
  if (jobId !== null && !facts.job) throw new AppError('not-found', 'There is no such job')
  if (facts.job && !facts.job.takesReferrals) throw new AppError('job-closed')
  refuseFullDay(facts, ctx)
  if (facts.taken) {
    const typed = await noteTypedNumber(ctx, { referrerId: caller.id, phoneHash, before: facts.typedBefore })
    throw typed === null ? new LostRace() : new AppError('candidate-protected')
  }
}

async function send(facts: Facts, input: Input, ctx: Context, caller: Caller): Promise<InvitationRow> {
  const { now, secrets, doors } = ctx
  const { phone } = facts
  const plan = doors.sms.kinds.includes('invitation')
    ? planText(now, facts.texts, POLICY)
    : ({ kind: 'skip', reason: 'no-provider' } as const)
  const token = newShareToken()
  const textId = uuidv7()
  const made = {
    requestId: input.requestId,
    id: uuidv7(),
    shareId: uuidv7(),
    token,
    referrerId: caller.id,
    jobId: input.jobId,
    phoneHash: secrets.phoneHash(phone),
    typedBefore: facts.typedBefore,
    phoneEnc: secrets.encrypt(phone),
    relation: input.relation,
    line: input.line,
    textPlan: storeTextPlan(plan),
    text:
      plan.kind === 'send'
        ? {
            id: textId,
            bodyEnc: sealText(invitationText(token, facts, ctx, caller), secrets),
            runAt: plan.at > now ? spreadAfter(plan.at, textId) : now,
          }
        : null,
    expiresAt: expiresAt(now, POLICY),
  }
  if (!(await insertInvitation(ctx, made))) throw new LostRace()
  const { id, shareId, referrerId, phoneEnc, relation, line, textPlan } = made
  return {
    ...{ id, shareId, token, referrerId, phoneEnc, relation, line, textPlan },
    status: 'waiting',
    job: facts.job && { id: facts.job.id, title: facts.job.title, city: facts.job.city },
    sentAt: now.toISOString(),
    openedAt: null,
    answeredAt: null,
    expiresAt: made.expiresAt.toISOString(),
  }
}

/** Providers take no names of people and no links in the variable parts: the proven number finds the invitation. */
function invitationText(token: string, facts: SendFacts, ctx: Context, caller: Caller): TextBody {
  const { company } = ctx.config
  const who = caller.employee ? `${caller.employee.department}的${caller.employee.name}` : '一位同事'
  const what = facts.job ? `「${facts.job.title}」` : '看看我们在招的职位'
  const body = `【${company}】${who}邀请你${facts.job ? '了解' : ''}${what}，点开看看：${invitationLink(token, ctx)} 不感兴趣可在页面里拒绝并删除号码。`
  return { body, params: [company] }
}
